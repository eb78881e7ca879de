import { searchText } from '../../kernel/simplified-text.ts';

/** The flag of a matter in which somebody may kill or hurt themselves or others. */
export const lifeThreat = 'life-threat';

/** Words by which a matter becomes important (ATT-1), whichever operator it concerns: law, media, authorities, crowds. A pack adds its own. */
const importantWords = words(`
  律师 法律顾问 起诉 打官司 诉讼 去法院 上法院 到法院 告到法院 法院见 法庭见 法庭上见 仲裁 走法律途径 走法律程序 法律武器 告你们 告上法庭 传票 公证
  记者 采访 电视台 新闻媒体 找媒体 媒体曝光 自媒体 报社 新闻热线 曝光 爆料 上热搜 发微博 发抖音 发小红书 发到网上 发网上 挂网上 放到网上 找网红 直播你们
  工信部 通管局 通信管理局 邮政管理局 邮管局 申诉中心 消协 消费者协会 市场监管局 工商局 12315 12345 12300 12305 12381 96315 市长热线 市长信箱 人大代表
  政协委员 纪委 监委 巡视组 督查组 信访 上访 信访局 国务院 实名举报 举报你 举报到 向上级举报 总公司投诉 集团投诉
  堵门 堵大门 堵你们 堵营业厅 围堵 拉横幅 静坐 闹事 聚众 集体维权 维权群 砸店 砸营业厅 砸了你们 带人来 叫人来 打人 报警 公安局
  lawyer|attorney|lawsuit|sue you|court|journalist|reporter|the media|regulator|ombudsman|police
`);

/** Words of somebody who may kill or hurt themselves or others: their superiors hear of it at once (CRI-4). */
const lifeThreatWords = words(`
  跳楼 跳河 跳江 跳桥 跳轨 自杀 轻生 自尽 自残 自焚 上吊 割腕 服毒 喝农药 喝药 吞安眠药 吃安眠药 绝食 寻死 寻短见 想死 遗书 结束生命 一了百了 不想活 不活了 活不下去
  没法活 活不成 活着没意思 死给你 死在你们 死在营业厅 以死相逼 一死了之 同归于尽 跟你们拼 和你们拼 跟你拼命 找你们拼命 杀人 杀了你 杀光 要杀 砍死 砍人 捅死 捅人 弄死 打死
  拿刀 带刀 提刀 动刀 放火 烧了你们 烧营业厅 泼汽油 浇汽油 带汽油 炸了你们 炸营业厅 炸基站 炸掉 报复社会
  suicide|kill myself|kill himself|kill herself|kill you|end my life|burn it down|blow it up
`);

/** Chinese words parted by blanks; the last line, parted by strokes, is English. Each in the spelling in which one searches. */
function words(written: string): string[] {
  return written
    .trim()
    .split(/\n/)
    .flatMap((line) => line.trim().split(line.includes('|') ? '|' : ' '))
    .map(searchText);
}

/** What ordinary words hold such a one by accident, or mean something else by it. */
const ordinary = [
  '[通微短电来]信访[问谈客]?|信访[问谈]',
  '[网线以]上访[问谈客]?|上访[问谈]',
  '[取撤注抵]消协[议商定同]?',
  '一起诉[说苦]|提起诉说',
  '[年减]轻生[意活产]?|轻生[意活产]',
  '上吊[顶灯扇]',
  '跳楼(?:价|大?甩卖|大?促销|大?优惠)',
  '打死(?:我)?(?:也|都)?不|打死机|弄死机|(?:弄|打)死(?:蚊子|苍蝇|老鼠|虫子)',
  '想死(?:你|我)',
  '(?:过度|多次|二次|双重)曝光|曝光(?:过度|不足|时间|度|量|率)',
  '小记者|记者节',
  '(?:收不到|收看|看不了|看不到|少了|有线|地方|本地|转播).{0,4}电视台|电视台.{0,2}(?:频道|信号|节目|看不|收不|回看)',
  '(?:密码|验证码|尾号|编号|单号|订单|卡号|工号|口令)(?:是|为|:)?(?:12315|12345|12300|12305|12381|96315)\\d*',
  '(?:12315|12345|12300|12305|12381|96315)(?:元|块|兆|分|条|次|号(?:订单|包裹|邮件))',
  '(?:带|拿)刀(?:具|片|架)|动刀(?:具|片)',
  '公证处|公证书|公安局(?:专线|宽带|集团)',
  '喝药(?:店|房|水)|要杀(?:毒|价|青)|杀人(?:游戏|案的?小说)',
  '工信部(?:备案|许可|icp|官网)',
  '(?:法院|律师)(?:的)?(?:专线|宽带|固话|座机|账单|发票)',
  '发(?:抖音|微博|小红书).{0,4}(?:发不|不出|不了|失败|卡|慢|转圈)',
  '(?:去|到|上)法院(?:上班|工作|送(?:件|信|快递|邮件)|投递|取件)',
  '(?:看|刷)(?:到)?.{0,3}(?:采访|记者)(?:视频|节目)',
].map((pattern) => new RegExp(pattern, 'gu'));

const institution = '(?:律师|法院|电视台|记者|报社|信访局?|工信部|通管局|邮政管理局|邮管局|消协|消费者协会|市场监管局|工商局|纪委|监委|公安局|仲裁委?|总公司)';
const building = '(?:事务所|大楼|大厦|楼|宿舍|家属院|家属楼|小区|站|院子|中心)?';
const beside = '(?:旁|附近|对面|斜对面|隔壁|门口|大门口|后面|后门|前面|楼上|楼下|边上|[东西南北]边|[东西南北]侧|那边|一带|周边|公交站|地铁站|院内|楼里)';

/** Places that are named after such a house, or lie beside it, and mail that goes there. */
const places = [
  `(?:家住|住在|住址|地址|位于|开在|搬到|搬去|店在|房子在)[^,。;!?]{0,12}?${institution}${building}`,
  `${institution}${building}的?${beside}`,
  `(?:法院|工商局|公安局|电视台)(?:路|街|巷|新村|小区)`,
  `(?:寄|邮寄|投递|送达|快递)(?:给|到|往|去|至)?[^,。;!?]{0,4}?${institution}`,
].map((pattern) => new RegExp(pattern, 'gu'));

/** A no, and what may stand between it and what is denied; whatever else stands there makes it another sentence. */
const denied =
  /(?:^|[^再是要会能得可敢肯])(?:并|从来|从|绝|决|也|都|又|暂时?|现在|目前)*(?:没有|没|未曾|未|不|无意|无须|无需|别|勿)(?:会|想|打算|准备|再|去|找|要|能|敢|愿意|愿|考虑|任何|过|有|用|必|需要|需|是|真的|说|提出|提到|提|走|到|请|委托|联系|打|通过|因此|为此|上|跟|和|向|对|你们|什么|意思|曾|一定|至于|接受|被)*$/u;

/** What of a text in its search spelling is neither ordinary nor a place; what was taken out leaves a gap. */
function tellingText(told: string): string {
  return [...ordinary, ...places].reduce((rest, pattern) => rest.replace(pattern, '□'), told);
}

/**
 * Whether something told holds one of the words and means it: not denied, no place, no part of another word or number.
 *
 * @param wanted words in the spelling in which one searches.
 */
function holds(text: string, wanted: readonly string[]): boolean {
  const told = searchText(text);
  const there = wanted.filter((word) => told.includes(word));
  if (there.length === 0) return false;
  const telling = tellingText(told);
  return there.some((word) => isMeant(telling, word));
}

/** The same with words as people write them. */
export function holdsWords(text: string, wanted: readonly string[]): boolean {
  return holds(text, wanted.map(searchText));
}

export function soundsImportant(text: string, ofPack: readonly string[]): boolean {
  return holds(text, importantWords) || holdsWords(text, ofPack);
}

export function threatensLife(text: string): boolean {
  return holds(text, lifeThreatWords);
}

function isMeant(told: string, word: string): boolean {
  for (let at = told.indexOf(word); at !== -1; at = told.indexOf(word, at + 1)) {
    const [before, behind] = [told.slice(Math.max(0, at - 16), at), told.slice(at + word.length)];
    if (!isPartOfMore(word, before, behind) && !denied.test(before)) return true;
  }
  return false;
}

/** Figures in a longer number and letters in a longer word are something else. */
function isPartOfMore(word: string, before: string, behind: string): boolean {
  return /^[0-9a-z]/.test(word) && (/[0-9a-z.]$/.test(before) || /^\.?[0-9a-z]/.test(behind));
}
