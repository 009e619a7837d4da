#include "tamis/extract/class_words.h"

#include <algorithm>
#include <vector>

#include "tamis/extract/ascii.h"
#include "tamis/extract/name_table.h"

namespace tamis::extract {
namespace {

#define TAMIS_CLASS_MEANING_NAME(enumerator, name) name,
constexpr std::string_view kNames[] = {TAMIS_CLASS_MEANINGS(TAMIS_CLASS_MEANING_NAME)};
#undef TAMIS_CLASS_MEANING_NAME

struct Vocabulary {
  ClassMeaning meaning;
  std::string_view words;  // separated by one space
};

// English words with the compounds that authors write without a border, then pinyin, which
// Chinese authors use where they do not write English.
constexpr Vocabulary kVocabulary[] = {
    {ClassMeaning::kContent,
     "content contents contenu inhalt contenido contentarea contentbody pagecontent neirong "
     "zhengwen wenzhang xiangqing"},
    {ClassMeaning::kArticle,
     "article articles story storybody entry hentry blog newsarticle blogpost artikel articulo "
     "news xinwen"},
    {ClassMeaning::kBodyText,
     "body text articlebody articletext articlecontent bodytext storytext postbody postcontent "
     "entrycontent paragraph paragraphs prose richtext rte rich markdown wysiwyg copy maintext "
     "texte longform editor html readable"},
    {ClassMeaning::kPost,
     "post posts postlist message messages msg reply replies thread tiezi huitie"},
    {ClassMeaning::kMain, "main maincontent primary maincol mainbody zhu center central wrapper"},
    {ClassMeaning::kTitle,
     "title headline heading subtitle titles subheading subheadline lead lede intro standfirst dek "
     "biaoti"},
    {ClassMeaning::kDescription,
     "description desc summary abstract excerpt overview detail details about specification "
     "specifications specs features feature info information bio profile jianjie zhaiyao"},
    {ClassMeaning::kNavigation,
     "nav navigation navbar topnav subnav mainnav sitenav leftnav navi navs toc sitemap daohang dh "
     "skip"},
    {ClassMeaning::kMenu, "menu menus submenu dropdown megamenu menuitem hamburger caidan drawer"},
    {ClassMeaning::kBreadcrumb,
     "breadcrumb breadcrumbs crumb crumbs mianbaoxie weizhi crm location"},
    {ClassMeaning::kPagination,
     "pagination pager paging paginator pages pagenav next prev previous fenye prevnext page "
     "navlinks"},
    {ClassMeaning::kHeader,
     "header head masthead topbar top banner hd hdr logo branding sitehead siteheader toubu "
     "pageheader"},
    {ClassMeaning::kFooter,
     "footer foot footers bottom colophon ft sitefooter pagefooter footnav dibu yejiao"},
    {ClassMeaning::kSidebar,
     "sidebar sidebars side aside rail sidecol rightcol leftcol right left rightbar secondary "
     "complementary tertiary cebian celan youce zuoce"},
    {ClassMeaning::kWidget, "widget widgets module modules portlet gadget textwidget plugin zone"},
    {ClassMeaning::kRelated,
     "related relatedposts recommend recommended recommendation recommendations similar suggested "
     "suggestions more readmore relevant seealso upnext xiangguan tuijian youlike"},
    {ClassMeaning::kPopular,
     "popular trending latest recent hot mostread featured headlines rank ranking remen "
     "paihang zuixin archive archives categories category"},
    {ClassMeaning::kComment,
     "comment comments commentlist disqus respond discussion feedback pinglun liuyan talkback"},
    {ClassMeaning::kReview,
     "review reviews rating ratings stars testimonial testimonials votes score pingjia"},
    {ClassMeaning::kForum,
     "forum forums topic topics answer answers question questions qa faq faqs accordion luntan "
     "postmessage signature avatar poster user users member"},
    {ClassMeaning::kShare,
     "share sharing sharebar shares social socials sharethis addthis addtoany facebook twitter "
     "linkedin pinterest whatsapp weibo weixin wechat qrcode follow like likes fenxiang fx "
     "bdsharebuttonbox erweima"},
    {ClassMeaning::kAdvertisement,
     "ad ads adv advert advertisement advertising adsense adsbygoogle adbox adslot sponsor "
     "sponsored sponsors dfp gpt taboola outbrain guanggao gg leaderboard affiliate"},
    {ClassMeaning::kPromotion,
     "promo promos promotion promotional teaser teasers cta upsell offer offers marketing callout "
     "hero carousel slider slideshow slide swiper ticker marquee tuiguang"},
    {ClassMeaning::kSubscribe,
     "newsletter subscribe subscription subscriptions signup mailinglist optin paywall donate "
     "membership email mailchimp dingyue"},
    {ClassMeaning::kLogin,
     "login signin register registration account auth password logout user usermenu denglu zhuce"},
    {ClassMeaning::kLegal,
     "copyright legal disclaimer terms privacy cookie cookies consent gdpr cookiebar banquan "
     "beian icp notice ccpa onetrust policy shengming"},
    {ClassMeaning::kOverlay,
     "modal popup popover overlay lightbox dialog tooltip toast alert notification notifications "
     "offcanvas tanchuang fancybox sticky"},
    {ClassMeaning::kByline,
     "byline author authors authorbox writer credit credits contributor contributors meta metadata "
     "vcard fn source laiyuan zuozhe bianji attribution publisher editor"},
    {ClassMeaning::kDate,
     "date time timestamp datetime published pubdate updated dateline posted shijian riqi "
     "modified"},
    {ClassMeaning::kTag,
     "tag tags taglist tagcloud keywords keyword labels label biaoqian cloud chip"},
    {ClassMeaning::kCaption, "caption captions figcaption figure tushuo imgcaption"},
    {ClassMeaning::kMedia,
     "media image images img photo photos picture gallery video videos player audio podcast "
     "thumbnail thumb thumbs tupian shipin icon icons"},
    {ClassMeaning::kList,
     "list lists items item listing listings grid row rows results result liebiao"},
    {ClassMeaning::kCard,
     "card cards tile tiles box boxes block blocks panel panels column columns"},
    {ClassMeaning::kProduct,
     "product products sku shop store catalog catalogue variant variants item chanpin shangpin"},
    {ClassMeaning::kPrice,
     "price prices cart basket checkout buy purchase wishlist shipping delivery stock quantity "
     "addtocart jiage gouwuche"},
    {ClassMeaning::kForm,
     "form forms input field fields button buttons btn select checkbox submit"},
    {ClassMeaning::kSearch,
     "search searchbox searchform searchbar filter filters facet facets sort sousuo"},
    {ClassMeaning::kContact,
     "contact contacts address phone tel map lianxi support help chat kefu"},
    {ClassMeaning::kTool,
     "tool tools toolbar toolbox print controls control actions action options option settings "
     "utility utilities toggle switcher gongju language lang"},
    {ClassMeaning::kQuote,
     "quote quotes blockquote pullquote quoted cite citation references footnotes"},
    {ClassMeaning::kCode,
     "code highlight syntax source snippet prettyprint codehilite example api docs doc "
     "documentation"},
    {ClassMeaning::kTab, "tab tabs tabpanel tabcontent collapse collapsed collapsible expand"},
    {ClassMeaning::kInvisible,
     "hidden hide invisible sr screenreader visuallyhidden sronly none noprint displaynone"},
};

struct Word {
  ClassMeanings meanings = 0;
  std::int16_t points = 0;
  bool is_rated = false;
};

class Words {
 public:
  Words() {
    for (const auto& [meaning, words] : kVocabulary)
      for_each(words, [&](Word& word) { word.meanings |= bit(meaning); });
    for (const auto& [points, words] : rated_class_words()) {
      for_each(words, [&](Word& word) {
        word.points = points;
        word.is_rated = true;
      });
    }
  }

  // Null if it is none of ours.
  const Word* find(std::string_view name) const {
    const std::size_t number = names_.find(name, {});
    return number == 0 ? nullptr : &words_[number];
  }

 private:
  template <typename Take>
  void for_each(std::string_view names, Take take) {
    for (std::string_view name = take_name(names); !name.empty(); name = take_name(names)) {
      const std::size_t number = names_.add(name);
      words_.resize(std::max(words_.size(), number + 1));
      take(words_[number]);
    }
  }

  NameTable<13> names_;
  std::vector<Word> words_;  // by the numbers of their names
};

const Words& all_words() {
  static const Words words;
  return words;
}

bool has_anchor(Tag tag) { return tag == Tag::kSection || heading_level(tag) > 0; }

}  // namespace

std::string_view class_meaning_name(ClassMeaning meaning) {
  return kNames[static_cast<std::size_t>(meaning)];
}

bool names_purpose(Tag tag, std::string_view attribute) {
  switch (attribute.size()) {  // all differ in it
    case 2:
      return equals_ignoring_case(attribute, "id") && !has_anchor(tag);
    case 4:
      return equals_ignoring_case(attribute, "role");
    case 5:
      return equals_ignoring_case(attribute, "class");
    case 8:
      return equals_ignoring_case(attribute, "itemprop");
    case 10:
      return equals_ignoring_case(attribute, "aria-label");
    default:
      return false;
  }
}

void ClassWords::add(std::string_view value) {
  value = value.substr(0, kClassValueBytesMax);
  for (std::size_t i = 0; i < value.size();) {
    const std::size_t begin = i;
    while (i < value.size() && is_ascii_upper(value[i])) ++i;
    while (i < value.size() && is_ascii_lower(value[i])) ++i;
    if (i == begin)
      ++i;
    else
      add_word(value.substr(begin, i - begin));
  }
}

void ClassWords::add_word(std::string_view name) {
  const Word* word = all_words().find(name);
  if (word == nullptr) return;
  meanings_ |= word->meanings;
  if (word->is_rated) points_.add(word->points);
}

void ClassWords::add(const ClassWords& words) {
  meanings_ |= words.meanings_;
  points_.add(words.points_);
}

}  // namespace tamis::extract
