// Chinese advertisements as they are planted into other people's text, made up from patterns.
//
// The patterns are written without a look at the lists of the rules that are to find them: what
// spammers write next month is on no list either.
#pragma once

#include <random>
#include <span>
#include <string>
#include <string_view>

namespace tamis::pipeline {

// How an advertisement stands in the text.
enum class Place { kLine, kSentence, kClause };

class AdvertisementGenerator {
 public:
  explicit AdvertisementGenerator(unsigned seed) : random_(seed) {}

  // One advertisement without an end mark.
  std::string next() { return filled(one_of(kPatterns)); }

  unsigned below(unsigned bound) { return static_cast<unsigned>(random_() % bound); }

 private:
  static constexpr std::string_view kPatterns[] = {
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
  };

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
    static constexpr std::string_view kAreas[] = {"010", "021", "0571", "0755", "028"};
    if (slot == "mobile") return mobile();
    if (slot == "landline") return std::string(one_of(kAreas)) + "-" + "8" + digits(7);
    if (slot == "hotline") return "400-" + digits(3) + "-" + digits(4);
    if (slot == "qq") return std::to_string(1 + below(9)) + digits(7 + static_cast<int>(below(3)));
    if (slot == "account") return account();
    if (slot == "number") return std::to_string(1 + below(9));
    if (slot == "price") return std::to_string(19 + below(900));
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
};

}  // namespace tamis::pipeline
