// Chinese advertisements as they are planted into other people's text, made up from patterns.
//
// The first forty patterns were written without a look at the rules, and the rules were mended
// after their misses were read. The others are half of the patterns that were written before the
// kinds of words in advertising_words.h, by the same hand: their misses were never read. So the
// test guards what was reached; what unseen patterns show is in docs/recipes/chinese_web.md.
#pragma once

#include <random>
#include <span>
#include <string>
#include <string_view>

namespace tamis::pipeline {

// How an advertisement stands in the text.
enum class Place { kLine, kSentence, kClause };

inline constexpr std::string_view kCallingAdvertisements[] = {
    "有意者请致电{mobile}找{surname}经理",
    "详情请拨打{landline}",
    "报名热线{landline}{surname}老师",
    "商务合作请加V信{account}",
    "想了解更多的朋友可以添加薇信{account}",
    "加Q{qq}领取全套资料",
    "搜索公众号【{shop}】回复{number}免费领取",
    "长按识别下方图片进群交流",
    "戳这里下单满{price}减{number}",
    "全场{number}折起手慢无",
    "代开发票请联系{mobile}",
    "本店支持货到付款订购电话{mobile}",
    "关注微信公众号{shop}赢大奖",
    "下载{shop}手机客户端注册就送{price}元红包",
    "微店地址http://weidian.example/{account}",
    "客服微信号：{account}",
    "淘宝搜索店铺{shop}",
    "扫一扫二维码添加{surname}老师微信",
    "兼职日结{price}元联系{mobile}",
    "无抵押贷款当天放款咨询QQ{qq}",
    "祖传秘方专治{illness}热线{hotline}",
    "需要的亲加我微信{account}备注“{shop}”",
    "电话微信同号{mobile}",
    "厂家直销批发价{price}元一件代发微信{account}",
    "想看全文请关注公众号：{shop}",
    "学员专用QQ群：{qq}",
    "私信我领取{number}元优惠券",
    "点击左下角“阅读原文”购买",
    "客服在线时间9：00-21：00，QQ：{qq}",
    "欢迎拨打全国统一服务热线{hotline}",
    "复制这段口令打开手机淘宝￥{account}￥",
    "现在下单立减{price}元包邮到家",
    "联系人：{surname}先生，手机：{mobile}",
    "更多精彩视频请加群{qq}",
    "{surname}医生的微信是{account}，欢迎咨询",
    "开户即送{price}元彩金，网址www.{account}.com",
    "请扫描下方二维码入群",
    "抢购链接：https://t.example/{account}",
    "预约专家请加vx：{account}",
    "加盟热线：{hotline}",
    // Forums, shops, grey trades and services.
    "私我领取，先到先得",
    "关注我，下期更精彩",
    "完整视频在我主页置顶",
    "我的V信是{account}",
    "微 信 号 {account}",
    "小红书同名，记得来找我玩",
    "联系我：{account}@qq.com",
    "有意请联系：{mobile}（{person}）",
    "投稿请加编辑微信{account}",
    "妹子在线聊天，加{account}",
    "有意者致电{person}{telephone}",
    "商务合作请加{account}",
    "寂寞的哥哥加我微信{account}",
    "找{person}请拨{mobile}",
    "留言“想学”，我私信发你",
    "纸飞机搜{account}",
    "打开微信搜索小程序“{shop}优选”",
    "手机/微信：{mobile}",
    "长按上图二维码关注",
    "wx {account} 长期有效",
    "威❤ {account} 看我朋友圈",
    "飞机@{account}",
    "原价{number}00，现价{price}，手慢无",
    "券后仅需{price}元，买一送一",
    "充值{number}00元送{number}元，多充多送",
    "自家种的{goods}，{price}一斤，要的联系{mobile}",
    "跳楼价清仓，{goods}低至{number}折",
    "原装进口，全国联保，假一罚十",
    "订购热线：{telephone}",
    "A货{goods}批发，一件代发",
    "订购电话{telephone}，现在拨打享{number}折优惠",
    "直播间下单更优惠，今晚{number}点不见不散",
    "下载{shop}APP，新人专享{number}元礼包",
    "一比一高仿{goods}，质量杠杠的",
    "出售二手{goods}，九成新，{price}元，电话{mobile}",
    "邀请码：{code}",
    "官方商城 {address}，放心选购",
    "本店新开张，全场{goods}{number}折",
    "特价{goods}￥{price}，欲购从速",
    "清仓甩卖，{goods}一律{price}元",
    "原单{goods}，专柜同款，{price}元",
    "价格优惠，质量保证，欢迎来电洽谈",
    "戳这里→{address}",
    "最后{number}个名额，先到先得",
    "在家可做的兼职，一天{number}00，加微{account}",
    "根治糖尿病，祖传秘方，电话{mobile}",
    "七天瘦{number}斤，不反弹，咨询微信{account}",
    "棋牌游戏下载{address}，赢钱秒提现",
    "澳门威尼斯人{address}",
    "六合彩内幕，期期中，请登录{address}",
    "爆料热线{telephone}，一经采用有奖",
    "跟单稳赚，老师带你回血，{qq}",
    "高价收QQ号、微信号，联系{qq}",
    "代开发票，真实可查，{mobile}",
    "专业代还信用卡，养卡提额，加{account}",
    "版权合作及网站合作请致电{telephone}",
    "诚聘打字员，稿费日结，QQ{qq}",
    "更多精彩内容，请关注微信公众号{shop}网",
    "高价回收{goods}，当场结算，{mobile}",
    "征信不好也能贷，咨询{person}{mobile}",
    "免费试听，名额有限，报名从速",
    "牛股推荐，加{account}进群",
    "更多小说请访问{address}",
    "办证刻章，{mobile}",
    "外汇开户送{number}00美金，{address}",
    "下载APP看全本，更新更快",
    "全文免费阅读，请搜索“{shop}文学”",
    "专家在线咨询，点击进入对话",
    "淘宝刷信誉，兼职首选，加{qq}",
    "本书最新章节请到{address}阅读",
    "球球号{qq}",
    "学历提升找{person}，{mobile}",
    "天才一秒记住{domain}",
    "威信搜{account}",
    "本文由{shop}网整理发布，转载请注明",
    "更多内容请加微信{account}了解",
    "成人用品批发，私密发货",
    "点我领福利",
    "今天下单，明天到货",
    "热线请打{mobile}",
};

class AdvertisementGenerator {
 public:
  AdvertisementGenerator(unsigned seed, std::span<const std::string_view> patterns)
      : random_(seed), patterns_(patterns) {}

  // One advertisement without an end mark.
  std::string next() { return filled(patterns_[below(static_cast<unsigned>(patterns_.size()))]); }

  unsigned below(unsigned bound) { return static_cast<unsigned>(random_() % bound); }

 private:
  template <std::size_t kSize>
  std::string_view one_of(const std::string_view (&choices)[kSize]) {
    return choices[below(kSize)];
  }

  std::string digits(int count) {
    std::string number;
    for (int i = 0; i < count; ++i) number += static_cast<char>('0' + below(10));
    return number;
  }

  std::string account() {
    std::string name;
    for (unsigned letters = 3 + below(5); letters > 0; --letters) {
      name += static_cast<char>('a' + below(26));
    }
    return name + digits(3 + static_cast<int>(below(3)));
  }

  std::string mobile() {
    static constexpr std::string_view kPrefixes[] = {"133", "138", "139", "150", "159",
                                                     "177", "186", "188", "199"};
    const std::string start(one_of(kPrefixes));
    switch (below(3)) {
      case 0:
        return start + "-" + digits(4) + "-" + digits(4);
      case 1:
        return start + " " + digits(4) + " " + digits(4);
      default:
        return start + digits(8);
    }
  }

  std::string value_of(std::string_view slot) {
    static constexpr std::string_view kSurnames[] = {"王", "李", "张", "刘", "陈", "杨", "赵"};
    static constexpr std::string_view kShops[] = {"优品生活馆", "健康小助手", "学习资料库",
                                                  "美妆达人",   "理财之家",   "天天海淘"};
    static constexpr std::string_view kIllnesses[] = {"痔疮", "脱发", "鼻炎", "失眠", "关节炎"};
    static constexpr std::string_view kGoods[] = {"面膜", "枸杞", "手表", "茶叶", "运动鞋"};
    static constexpr std::string_view kDomains[] = {".com", ".cn", ".net", ".top"};
    static constexpr std::string_view kAreas[] = {"010", "021", "0571", "0755", "028"};
    static constexpr std::string_view kCities[] = {"北京", "上海", "成都", "武汉", "西安"};
    if (slot == "city") return std::string(one_of(kCities));
    if (slot == "mobile") return mobile();
    if (slot == "landline") return std::string(one_of(kAreas)) + "-" + "8" + digits(7);
    if (slot == "hotline") return "400-" + digits(3) + "-" + digits(4);
    if (slot == "qq") return std::to_string(1 + below(9)) + digits(7 + static_cast<int>(below(3)));
    if (slot == "account") return account();
    if (slot == "number") return std::to_string(1 + below(9));
    if (slot == "price") return std::to_string(19 + below(900));
    if (slot == "telephone") return below(2) == 0 ? mobile() : value_of("hotline");
    if (slot == "domain") return account() + std::string(one_of(kDomains));
    if (slot == "address") return (below(2) == 0 ? "www." : "http://") + value_of("domain");
    if (slot == "person") return std::string(one_of(kSurnames)) + "经理";
    if (slot == "goods") return std::string(one_of(kGoods));
    if (slot == "code") return "K" + digits(5);
    if (slot == "surname") return std::string(one_of(kSurnames));
    if (slot == "shop") return std::string(one_of(kShops));
    return std::string(one_of(kIllnesses));
  }

  std::string filled(std::string_view pattern) {
    std::string text;
    while (!pattern.empty()) {
      const std::size_t begin = pattern.find('{');
      text += pattern.substr(0, begin);
      if (begin == pattern.npos) break;
      const std::size_t end = pattern.find('}');
      text += value_of(pattern.substr(begin + 1, end - begin - 1));
      pattern.remove_prefix(end + 1);
    }
    return text;
  }

  std::mt19937 random_;
  std::span<const std::string_view> patterns_;
};

}  // namespace tamis::pipeline
