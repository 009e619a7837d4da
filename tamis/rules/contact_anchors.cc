#include "tamis/rules/contact_anchors.h"

namespace tamis::rules {
namespace {

using Kind = AnchorKind;

constexpr Anchor kAnchors[] = {
    {"微信", Kind::kAccount},     {"薇信", Kind::kAccount},     {"威信号", Kind::kAccount},
    {"维信", Kind::kAccount},     {"徽信", Kind::kAccount},     {"微心", Kind::kAccount},
    {"V信", Kind::kAccount},      {"V❤", Kind::kAccount},       {"VX", Kind::kAccount},
    {"WX", Kind::kAccount},       {"wechat", Kind::kAccount},   {"weixin", Kind::kAccount},
    {"wei xin", Kind::kAccount},  {"QQ", Kind::kAccount},       {"ＱＱ", Kind::kAccount},
    {"扣扣", Kind::kAccount},     {"企鹅号", Kind::kAccount},   {"抖音号", Kind::kAccount},
    {"快手号", Kind::kAccount},   {"telegram", Kind::kAccount}, {"电报群", Kind::kAccount},
    {"whatsapp", Kind::kAccount}, {"公众号", Kind::kPlace},     {"公號", Kind::kPlace},
    {"公号", Kind::kPlace},       {"公众浩", Kind::kPlace},     {"公众號", Kind::kPlace},
    {"服务号", Kind::kPlace},     {"订阅号", Kind::kPlace},     {"视频号", Kind::kPlace},
    {"直播间", Kind::kPlace},     {"二维码", Kind::kPlace},     {"二維碼", Kind::kPlace},
    {"小程序码", Kind::kPlace},   {"官方号", Kind::kPlace},     {"客服", Kind::kTarget},
    {"好友", Kind::kTarget},      {"V我", Kind::kCall},         {"Q我", Kind::kCall},
    {"威信：", Kind::kAccount},   {"威信:", Kind::kAccount},    {"加", Kind::kAdd},
    {"联系", Kind::kAdd},         {"➕", Kind::kAdd},           {"＋", Kind::kAdd},
    {"群", Kind::kGroup},         {"一三", Kind::kNumeral},     {"一五", Kind::kNumeral},
    {"一七", Kind::kNumeral},     {"一八", Kind::kNumeral},     {"一九", Kind::kNumeral},
    {"壹叁", Kind::kNumeral},     {"壹伍", Kind::kNumeral},     {"壹柒", Kind::kNumeral},
    {"壹捌", Kind::kNumeral},     {"壹玖", Kind::kNumeral},     {"幺三", Kind::kNumeral},
    {"幺五", Kind::kNumeral},     {"幺七", Kind::kNumeral},     {"幺八", Kind::kNumeral},
    {"幺九", Kind::kNumeral},     {"￥", Kind::kPrice},         {"¥", Kind::kPrice},
    {"立即", Kind::kUrge},        {"立刻", Kind::kUrge},        {"即刻", Kind::kUrge},
    {"马上", Kind::kUrge},        {"赶快", Kind::kUrge},        {"赶紧", Kind::kUrge},
    {"抓紧", Kind::kUrge},        {"快来", Kind::kUrge},        {"快去", Kind::kUrge},
    {"速来", Kind::kUrge},        {"火速", Kind::kUrge},        {"点击", Kind::kUrge},
    {"点此", Kind::kUrge},        {"戳", Kind::kUrge},          {"扫码", Kind::kUrge},
    {"欢迎", Kind::kUrge},        {"长按", Kind::kUrge},        {"先到先得", Kind::kUrge},
    {"识别", Kind::kOrder},       {"即送", Kind::kOrder},       {"即赠", Kind::kOrder},
    {"链接", Kind::kUrge},        {"购买", Kind::kOrder},       {"选购", Kind::kOrder},
    {"抢购", Kind::kOrder},       {"下单", Kind::kOrder},       {"领取", Kind::kOrder},
    {"订购", Kind::kOrder},       {"预订", Kind::kOrder},       {"预约", Kind::kOrder},
    {"报名", Kind::kOrder},       {"拍下", Kind::kOrder},       {"秒杀", Kind::kBargain},
    {"咨询", Kind::kOrder},       {"加盟", Kind::kOrder},       {"开抢", Kind::kOrder},
    {"入手", Kind::kOrder},       {"参团", Kind::kOrder},       {"囤货", Kind::kOrder},
    {"优惠券", Kind::kBargain},   {"红包", Kind::kBargain},     {"特价", Kind::kDiscount},
    {"只卖", Kind::kBargain},     {"活动价", Kind::kBargain},   {"会员价", Kind::kBargain},
    {"到手价", Kind::kBargain},   {"特惠", Kind::kDiscount},    {"优惠", Kind::kDiscount},
    {"折扣", Kind::kDiscount},    {"低价", Kind::kDiscount},    {"半价", Kind::kDiscount},
    {"原价", Kind::kBargain},     {"现价", Kind::kBargain},     {"拼团", Kind::kBargain},
    {"团购", Kind::kBargain},     {"立减", Kind::kBargain},     {"满减", Kind::kBargain},
    {"限时", Kind::kDiscount},    {"限量", Kind::kDiscount},    {"仅需", Kind::kBargain},
    {"仅售", Kind::kBargain},     {"清仓", Kind::kBargain},     {"爆款", Kind::kBargain},
    {"好评返现", Kind::kBargain}, {"买一送一", Kind::kBargain}, {"免费试", Kind::kBargain},
};

}  // namespace

std::span<const Anchor> contact_anchors() { return kAnchors; }

}  // namespace tamis::rules
