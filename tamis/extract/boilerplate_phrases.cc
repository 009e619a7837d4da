#include "tamis/extract/boilerplate_phrases.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "tamis/extract/ascii.h"

namespace tamis::extract {
namespace {

enum class Place : std::uint8_t { kStart, kAnywhere };

struct Phrase {
  BoilerplateKind kind;
  Place place;
  std::string_view text;  // in lower case
};

constexpr auto kLegal = BoilerplateKind::kLegal;
constexpr auto kLinks = BoilerplateKind::kLinks;
constexpr auto kInvitation = BoilerplateKind::kInvitation;
constexpr auto kByline = BoilerplateKind::kByline;
constexpr auto kStart = Place::kStart;
constexpr auto kAnywhere = Place::kAnywhere;

constexpr Phrase kPhrases[] = {
    {kLegal, kAnywhere, "all rights reserved"},
    {kLegal, kAnywhere, "©"},
    {kLegal, kStart, "copyright"},
    {kLegal, kAnywhere, "use cookies"},
    {kLegal, kAnywhere, "privacy policy"},
    {kLegal, kAnywhere, "terms of"},
    {kLegal, kStart, "powered by"},
    {kLegal, kAnywhere, "版权所有"},
    {kLegal, kAnywhere, "版權所有"},
    {kLegal, kAnywhere, "icp备"},
    {kLegal, kAnywhere, "icp证"},
    {kLegal, kAnywhere, "公网安备"},
    {kLegal, kStart, "免责声明"},
    {kLegal, kAnywhere, "未经授权"},
    {kLegal, kAnywhere, "未经许可"},
    {kLegal, kAnywhere, "转载请注明"},
    {kLegal, kAnywhere, "违法和不良信息举报"},
    {kLegal, kAnywhere, "许可证"},
    {kLinks, kStart, "read more"},
    {kLinks, kStart, "read also"},
    {kLinks, kStart, "related"},
    {kLinks, kStart, "see also"},
    {kLinks, kStart, "more from"},
    {kLinks, kStart, "more stories"},
    {kLinks, kStart, "recommended"},
    {kLinks, kStart, "you may also"},
    {kLinks, kStart, "you might also"},
    {kLinks, kStart, "most popular"},
    {kLinks, kStart, "most read"},
    {kLinks, kStart, "trending"},
    {kLinks, kStart, "latest"},
    {kLinks, kStart, "recent"},
    {kLinks, kStart, "popular"},
    {kLinks, kStart, "previous"},
    {kLinks, kStart, "next"},
    {kLinks, kStart, "back to"},
    {kLinks, kStart, "skip to"},
    {kLinks, kStart, "view all"},
    {kLinks, kStart, "show more"},
    {kLinks, kStart, "load more"},
    {kLinks, kStart, "see more"},
    {kLinks, kStart, "learn more"},
    {kLinks, kStart, "tags"},
    {kLinks, kStart, "categories"},
    {kLinks, kStart, "filed under"},
    {kLinks, kStart, "上一篇"},
    {kLinks, kStart, "下一篇"},
    {kLinks, kStart, "上一页"},
    {kLinks, kStart, "下一页"},
    {kLinks, kStart, "相关"},
    {kLinks, kStart, "相關"},
    {kLinks, kStart, "推荐"},
    {kLinks, kStart, "推薦"},
    {kLinks, kStart, "热门"},
    {kLinks, kStart, "熱門"},
    {kLinks, kStart, "延伸閱讀"},
    {kLinks, kStart, "延伸阅读"},
    {kLinks, kStart, "更多"},
    {kLinks, kStart, "猜你喜欢"},
    {kLinks, kStart, "精彩推荐"},
    {kLinks, kStart, "最新"},
    {kLinks, kStart, "排行"},
    {kLinks, kStart, "返回"},
    {kLinks, kStart, "当前位置"},
    {kLinks, kStart, "首页"},
    {kLinks, kStart, "首頁"},
    {kLinks, kStart, "您的位置"},
    {kLinks, kStart, "标签"},
    {kLinks, kStart, "关键词"},
    {kLinks, kStart, "關鍵字"},
    {kInvitation, kStart, "share"},
    {kInvitation, kStart, "follow"},
    {kInvitation, kStart, "subscribe"},
    {kInvitation, kStart, "sign up"},
    {kInvitation, kStart, "sign in"},
    {kInvitation, kStart, "log in"},
    {kInvitation, kStart, "login"},
    {kInvitation, kStart, "register"},
    {kInvitation, kStart, "leave a"},
    {kInvitation, kStart, "post a comment"},
    {kInvitation, kStart, "comments"},
    {kInvitation, kStart, "reply"},
    {kInvitation, kStart, "print"},
    {kInvitation, kStart, "advertisement"},
    {kInvitation, kStart, "sponsored"},
    {kInvitation, kStart, "click here"},
    {kInvitation, kStart, "add to"},
    {kInvitation, kStart, "newsletter"},
    {kInvitation, kAnywhere, "your email"},
    {kInvitation, kStart, "please enable"},
    {kInvitation, kStart, "your browser"},
    {kInvitation, kStart, "loading"},
    {kInvitation, kStart, "分享"},
    {kInvitation, kStart, "关注"},
    {kInvitation, kStart, "扫一扫"},
    {kInvitation, kStart, "扫描二维码"},
    {kInvitation, kStart, "微信"},
    {kInvitation, kStart, "登录"},
    {kInvitation, kStart, "登入"},
    {kInvitation, kStart, "注册"},
    {kInvitation, kStart, "评论"},
    {kInvitation, kStart, "評論"},
    {kInvitation, kStart, "我要评论"},
    {kInvitation, kStart, "网友评论"},
    {kInvitation, kStart, "收藏"},
    {kInvitation, kStart, "点赞"},
    {kInvitation, kStart, "举报"},
    {kInvitation, kStart, "打印"},
    {kInvitation, kStart, "广告"},
    {kInvitation, kStart, "下载"},
    {kInvitation, kStart, "点击"},
    {kInvitation, kStart, "回复"},
    {kByline, kStart, "by "},
    {kByline, kStart, "posted"},
    {kByline, kStart, "published"},
    {kByline, kStart, "updated"},
    {kByline, kStart, "last updated"},
    {kByline, kStart, "written by"},
    {kByline, kStart, "source:"},
    {kByline, kStart, "author"},
    {kByline, kStart, "photo"},
    {kByline, kAnywhere, "责任编辑"},
    {kByline, kAnywhere, "責任編輯"},
    {kByline, kAnywhere, "责编"},
    {kByline, kStart, "编辑"},
    {kByline, kStart, "編輯"},
    {kByline, kStart, "来源"},
    {kByline, kStart, "來源"},
    {kByline, kStart, "文章来源"},
    {kByline, kStart, "作者"},
    {kByline, kStart, "发布时间"},
    {kByline, kStart, "发表于"},
    {kByline, kStart, "時間"},
    {kByline, kStart, "时间"},
    {kByline, kStart, "阅读"},
    {kByline, kStart, "浏览"},
    {kByline, kStart, "原标题"},
    {kByline, kStart, "字号"},
};

constexpr std::uint8_t kNoPhrase = std::size(kPhrases);
static_assert(std::size(kPhrases) < 256);
static_assert(std::ranges::all_of(kPhrases, [](const Phrase& p) { return p.text.size() > 1; }));

// The phrases by their first byte, so that a text is compared with few of them.
struct PhraseChains {
  std::array<std::uint8_t, 256> first = {};       // the first phrase that begins so
  std::array<std::uint8_t, kNoPhrase> next = {};  // the next one that begins alike
};

// Chains of the phrases of one place, in the order of the table.
constexpr PhraseChains make_chains(Place place) {
  PhraseChains chains;
  chains.first.fill(kNoPhrase);
  for (std::uint8_t i = kNoPhrase; i-- > 0;) {
    if (kPhrases[i].place != place) continue;
    std::uint8_t& first = chains.first[static_cast<unsigned char>(kPhrases[i].text.front())];
    chains.next[i] = first;
    first = i;
  }
  return chains;
}

constexpr PhraseChains kAtStart = make_chains(Place::kStart);
constexpr PhraseChains kInside = make_chains(Place::kAnywhere);

// The first phrase of the table before `bound` that `text` begins with; `bound` if there is none.
std::uint8_t find_phrase(const PhraseChains& chains, std::string_view text, std::uint8_t bound) {
  std::uint8_t phrase = chains.first[static_cast<unsigned char>(to_lower(text.front()))];
  while (phrase < bound && !starts_with_ignoring_case(text, kPhrases[phrase].text)) {
    phrase = chains.next[phrase];
  }
  return std::min(phrase, bound);
}

// Which phrases that stand anywhere have a byte, in either case, as their first or as their
// second: a bit for every eighth phrase. Two looks at a byte rule out nearly all places of a text.
struct PlaceFilter {
  std::array<std::uint8_t, 256> first = {};
  std::array<std::uint8_t, 256> second = {};

  bool may_begin_at(const char* two_bytes) const {
    return (first[static_cast<unsigned char>(two_bytes[0])] &
            second[static_cast<unsigned char>(two_bytes[1])]) != 0;
  }
};

constexpr PlaceFilter make_filter() {
  PlaceFilter filter;
  for (std::size_t i = 0; i < kNoPhrase; ++i) {
    if (kPhrases[i].place != Place::kAnywhere) continue;
    const auto bit = static_cast<std::uint8_t>(1 << i % 8);
    for (std::size_t byte = 0; byte < 256; ++byte) {
      const char lower = to_lower(static_cast<char>(byte));
      if (lower == kPhrases[i].text[0]) filter.first[byte] |= bit;
      if (lower == kPhrases[i].text[1]) filter.second[byte] |= bit;
    }
  }
  return filter;
}

constexpr PlaceFilter kInsideFilter = make_filter();

}  // namespace

BoilerplateKind find_boilerplate(std::string_view text) {
  if (text.empty() || text.size() > kBoilerplateBytesMax) return BoilerplateKind::kContent;
  std::uint8_t phrase = find_phrase(kAtStart, text, kNoPhrase);
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (kInsideFilter.may_begin_at(&text[i])) phrase = find_phrase(kInside, text.substr(i), phrase);
  }
  return phrase == kNoPhrase ? BoilerplateKind::kContent : kPhrases[phrase].kind;
}

}  // namespace tamis::extract
