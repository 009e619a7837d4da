#include <gtest/gtest.h>

#include <string>

#include "tests/rules/default_rule.h"

namespace tamis::rules {
namespace {

double count(std::string_view text) {
  static const RuleInstance kRule = default_rule("contact_mark_count");
  return measure(kRule, text, "zh");
}

TEST(ContactMarkCount, LeavesTablesOfHexadecimalNumbers) {
  EXPECT_EQ(count("1: 00000000:0801 00000000:0000 0A 00000000:00000000 00:00000000"), 0);
  EXPECT_EQ(count("客服电话:0571 88888888"), 1);
}

TEST(ContactMarkCount, LeavesWhatManualsTellToClick) {
  for (const std::string_view text :
       {"然后点击「添加」", "如果您现在点击「确定」，", "您只需点击几下鼠标，",
        "则会拨打标记项目的电话号码，", "点击“保存”，关闭对话框"}) {
    EXPECT_EQ(count(text), 0) << text;
  }
  EXPECT_GT(count("点击“立即领取”，马上下单享优惠"), 0);
}

// A mark is as long as the offer, however long that is: words of selling make one, side by side.
TEST(ContactMarkCount, TakesAnOfferOfAnyLengthForOneMark) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "包邮折扣秒杀";
  EXPECT_EQ(count(text), 1);
}

TEST(ContactMarkCount, FindsTelephoneNumbers) {
  for (const std::string_view text : {"１３８００１３８０００",
                                      "1 3 8 0 0 1 3 8 0 0 0",
                                      "一三八零零一三八零零零",
                                      "壹叁捌零零壹叁捌零零零",
                                      "幺三九零幺二三四五六七",
                                      "01088888888",
                                      "13800138000",
                                      "电话138-0013-8000。",
                                      "电话138 0013 8000",
                                      "手机19912345678，",
                                      "+86 138 0013 8000",
                                      "+8613800138000",
                                      "400-800-1234",
                                      "4008001234",
                                      "800-810-1234",
                                      "010-88888888",
                                      "0755-26888888",
                                      "(0571)88888888",
                                      "（0571）8888 8888",
                                      "010-12345678",
                                      "028-1234-5678",
                                      "电话：12345678",
                                      "热线 1234 5678",
                                      "订座电话：０２２－１２３４５６７８",
                                      "请拨打01012345678",
                                      "传真：0 2 2-2 8 3 5 1 4 4 4",
                                      "Tel: 8765432",
                                      "請打電話 2345 6789",
                                      "手机号 8765 4321",
                                      "订货热线8765432",
                                      "电话：138.0013.8000",
                                      "138/0013/8000",
                                      "电话：138_0013_8000",
                                      "138‐0013‐8000",
                                      "138−0013−8000",
                                      "0086-138-0013-8000",
                                      "电话：①③⑧⓪⓪①③⑧⓪⓪⓪",
                                      "请拨打①③⑧-⓪⓪⓪⓪-①②③④预约",
                                      "手机1️⃣3️⃣8️⃣0️⃣0️⃣1️⃣3️⃣8️⃣0️⃣0️⃣0️⃣",
                                      "𝟏𝟑𝟖𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎",
                                      "电话⒈⒊⒏０⓪⒈⒊⒏０⓪０",
                                      "0532-0000-1234",
                                      "0571 12345678"}) {
    EXPECT_EQ(count(text), 1) << text;
  }
}

TEST(ContactMarkCount, FindsNumbersBehindCircledNumbersOfAList) {
  EXPECT_EQ(count("联系方式：①13800138000 ②13900139000"), 2);
  EXPECT_EQ(count("1、①③⑧⓪⓪①③⑧⓪⓪⓪"), 1);
}

TEST(ContactMarkCount, FindsAccountsByTheirName) {
  for (const std::string_view text : {"QQ②③④⑤⑥⑦⑧", "QQ：12345", "qq 123456789", "VX: 88888888",
                                      "微信：66666666", "QQ号为 10001234", "微信是13579"}) {
    EXPECT_EQ(count(text), 1) << text;
  }
}

TEST(ContactMarkCount, FindsCallsToAct) {
  for (const std::string_view text : {"请加微信", "扫码关注本号", "扫描二维码", "扫描下图二维码",
                                      "点击购买", "下载app", "加qq聊", "点击“阅读原文”"}) {
    EXPECT_EQ(count(text), 1) << text;
  }
  EXPECT_EQ(count("加微信，扫码领红包，电话13800138000"), 3);
}

TEST(ContactMarkCount, FindsAccountsByVerbAndIdentifier) {
  for (const std::string_view text :
       {"加V：abc12345", "加老师的V领资料", "➕V xiao_2023", "加薇xy20231", "加微备注来意",
        "联系王老师VXlily88", "微信abc12345", "VX: zhangsan", "weixin：lisi123", "V信 wang520x",
        "公众账号微信号lihua_88", "添加助理微信", "抖音号：abcde"}) {
    EXPECT_EQ(count(text), 1) << text;
  }
}

TEST(ContactMarkCount, FindsGroupsAndFollowers) {
  for (const std::string_view text :
       {"进群领资料", "加入QQ交流群", "拉你进微信群", "进群学习", "关注“健康生活”公众号",
        "搜索公众号", "长按图片识别", "联系在线客服", "添加好友"}) {
    EXPECT_GE(count(text), 1) << text;
  }
}

TEST(ContactMarkCount, FindsClausesThatCombineKindsOfWords) {
  for (const std::string_view text :
       {"诚招全国代理", "厂家批发请联系", "小伙伴私聊领取", "咨询葳芯：abcde123", "注册就送红包",
        "彩票平台www.abc123.top", "加kk20231", "办证Q12345678", "优惠码ABCD12立减20", "www.abc.vip",
        "邀请码9527", "壮阳延时货到付款"}) {
    EXPECT_GE(count(text), 1) << text;
  }
}

TEST(ContactMarkCount, NeedsMoreThanOneKindOfWord) {
  for (const std::string_view text :
       {"微信的二维码由用户扫描", "网址为www.example.com", "票价99元", "应当提供优惠",
        "警方提醒不要加群和转账", "他把小说转让给出版社", "学校公布了招生简章"}) {
    EXPECT_EQ(count(text), 0) << text;
  }
}

TEST(ContactMarkCount, FindsOffersByTheirParts) {
  for (const std::string_view text :
       {"点击下方链接购买", "马上扫码报名", "原价199元现在特价99元", "限时秒杀仅需9.9元",
        "复制￥aB3dE5gH7jK￥打开", "赶紧戳这里下单", "优惠券在t.cn/abc123领取",
        "现价仅售59元包邮"}) {
    EXPECT_GE(count(text), 1) << text;
  }
}

TEST(ContactMarkCount, LeavesOtherNumbersAlone) {
  for (const std::string_view text : {"①②③④⑤⑥⑦⑧⑨⑩中正确的是",
                                      "定价100、2000、3000",
                                      "138.0013.80001",
                                      "138.0013.8000.1",
                                      "13.8001.38000",
                                      "192.168.100.200",
                                      "1998年至2003年",
                                      "1949-1976",
                                      "2023-11-20 10:30:00",
                                      "1998-10-12 123",
                                      "13亿人",
                                      "ISBN 978-7-111-40701-0",
                                      "ISBN 0-306-40615-2",
                                      "订单号20231112130012345",
                                      "圆周率是3.14159265358979",
                                      "0.0123456789",
                                      "营业收入15890000000元",
                                      "净利润15890000000.00",
                                      "股本13800138000股",
                                      "12345678901",
                                      "110",
                                      "12306",
                                      "10086",
                                      "邮编100871",
                                      "身份证110101199003071234",
                                      "1 2 3 4 5 6 7 8 9 10",
                                      "6222 0200 0011 2233 445",
                                      "RFC 2616",
                                      "电话110",
                                      "手机20000000部",
                                      "拨打12345678次",
                                      "0123-4567",
                                      "电影手机（2003-12-18上映）",
                                      "诺基亚手机1998-2008年占据市场第一",
                                      "会议电话2023-05-12召开",
                                      "通往港口的专线 2019-2020 年运营",
                                      "财政局一次性拨1500000 元修桥",
                                      "去年全省生产手机2000000余部",
                                      "Intel 1995-2005",
                                      "手机：20230101发布",
                                      "手机 2340 1080 分辨率",
                                      "电话：1 2 3 4 5 6 7 8",
                                      "Motel: 1234567 rooms",
                                      "热线2019-2020",
                                      "门诊时间0830-1130 1400",
                                      "0123 4567 8901",
                                      "00-1234-5678",
                                      "QQ 2023",
                                      "Windows 10 22631"}) {
    EXPECT_EQ(count(text), 0) << text;
  }
}

TEST(ContactMarkCount, LeavesNewsAlone) {
  for (const std::string_view text : {"参加群众性体育活动",
                                      "促进群众就业增收",
                                      "增加群体免疫",
                                      "深入群众",
                                      "扫码进站",
                                      "乘客可以扫码乘车",
                                      "建议阅读原文后再评论",
                                      "微信用户超过13亿",
                                      "腾讯推出QQ和微信",
                                      "他在电话里说",
                                      "增加微信支付功能",
                                      "加快群防群治",
                                      "热电联产",
                                      "参加群众活动",
                                      "非常关注我们国家的发展",
                                      "在微信平台登录",
                                      "折扣优惠",
                                      "提供优惠贷款",
                                      "他立即购买了一本",
                                      "立即出发",
                                      "拨打12345政务服务热线",
                                      "加上徽号",
                                      "QQ2011正式版",
                                      "微信WeChat",
                                      "限量供应",
                                      "加V用户"}) {
    EXPECT_EQ(count(text), 0) << text;
  }
}

TEST(ContactMarkCount, FindsChannelsInDisguise) {
  for (const std::string_view text :
       {"想要的V我", "微心：abc12345", "添加微心领资料", "请关注公/众/号：书海拾贝",
        "关注公众浩书海拾贝", "上某宝搜川妹子", "淘宝店铺：川妹子家常味", "纸飞机：abc12345",
        "加威信diaoyulaoli发你", "加薇diaoyu_laoli", "代写论文请联系abc@163.com", "威信：diaoyu_88",
        "要的Q我：12345678", "请Q我"}) {
    EXPECT_GE(count(text), 1) << text;
  }
  for (const std::string_view text :
       {"看CCTV我最开心", "TV我们看得多", "表微心", "公众浩劫", "增加威信", "加威信于天下",
        "树立威信：少说多做", "鲁迅笔下的阿Q我读过三遍", "他折了一只纸飞机", "某宝是网民的说法",
        "增加微软Windows系统"}) {
    EXPECT_EQ(count(text), 0) << text;
  }
}

// What advertisements say may be spoken of: by those who warn, report, or explain a word.
TEST(ContactMarkCount, TellsMentionsFromCalls) {
  for (const std::string_view text :
       {"警方提醒，凡是要求添加微信、扫码进群领红包的，多半是骗局。",
        "所谓假一赔十，是商家的承诺。", "量大从优是批发市场的老规矩，",
        "包邮这个词出现在网购兴起之后，", "他用手机扫一扫墙上的图案，门就开了。",
        "超市搞限时优惠那天，队伍很长。", "免费领取的鸡蛋并不免费，",
        "税务部门打击代开发票，查处了三家公司。", "警惕骗子!切勿扫码进群领取资料，",
        "所谓“马上领取”，"}) {
    EXPECT_EQ(count(text), 0) << text;
  }
  for (const std::string_view text :
       {"扫码进群领红包，", "本店假一赔十，", "量大从优，", "全场包邮，", "用手机扫一扫下方图案，",
        "所谓优惠请加微信abc12345，", "他说快来扫一扫，", "限时优惠就在今天，",
        "谨防骗子，认准QQ：123456789，", "免费领取的名额有限，",
        "打击盗版，加微信abc12345，大家都来。", "学生加微信abc12345，",
        "市民扫码关注微信号zgmj2020，", "警惕骗子!扫码进群领取资料，",
        "警惕骗子……扫码进群领取资料，"}) {
    EXPECT_GE(count(text), 1) << text;
  }
}

// Words of calls inside of other words, and words of trade that have another sense.
TEST(ContactMarkCount, LooksAtWholeWords) {
  for (const std::string_view text :
       {"可立即识别的符号有三种。", "您会收到回复。", "省钱就是赚钱，", "双击安装包，",
        "您还应该关注 SEO 策略，", "每日引流量约200mL，", "术后留置胸腔闭式引流管，",
        "利用折扣和优惠券", "许多航空公司提供折扣和特别优惠", "带到付款选项的“立即购买”按钮",
        "点击链接或回复邮件时要小心。"}) {
    EXPECT_EQ(count(text), 0) << text;
  }
  for (const std::string_view text :
       {"长按识别二维码", "点击识别下图", "私信回复领取红包", "双击领取红包，",
        "优惠券限时折扣大放送", "点击“立即购买”，"}) {
    EXPECT_GE(count(text), 1) << text;
  }
}

// A report of what others say or are accused of is cut neither in part nor as a whole.
TEST(ContactMarkCount, LeavesReportsWhole) {
  const RuleInstance rule = default_rule("contact_mark_count");
  for (const std::string_view text :
       {"专家表示，部分网贷平台以“无抵押、秒到账”为噱头，诱导大学生借款。",
        "法院认为，被告承诺“货到付款”“包邮”构成合同内容，双方均应履行。",
        "公诉机关指控，被告人以每张发票票面金额3%的价格，为他人代开发票共计126份。",
        "法院認為，被告承諾「貨到付款」「包郵」構成合約內容，雙方均應履行。"}) {
    EXPECT_EQ(apply_rule(rule, {.language = "zh", .text = text}).left, text);
  }
  for (const std::string_view text :
       {"老板表示，加微信abc12345领取，", "本店承诺假一赔十，", "专家表示，请扫码关注公众号，"}) {
    EXPECT_GE(count(text), 1) << text;
  }
}

}  // namespace
}  // namespace tamis::rules
