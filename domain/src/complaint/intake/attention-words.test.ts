import { describe, expect, test } from 'vitest';
import { holdsWords, soundsImportant, threatensLife } from './attention-words.ts';

/** As customers say them, one beside the other. */
function phrases(written: string): string[] {
  return written
    .trim()
    .split(/[|\n]/)
    .map((phrase) => phrase.trim());
}

const important = phrases(`
  再不处理就起诉|我要起诉你们|已经起诉到区法院|已提起诉讼|法院见|咱们法院见|法庭见|法庭上见真章|去法院告你们|上法院解决|告到法院|告上法庭|我要告你们公司|打官司也要讨回来|走法律途径|走法律程序|拿起法律武器|申请劳动仲裁|客户说已委托律师|我的律师会联系你们|律师函已经寄出|我儿子是律师|请了法律顾问|收到法院传票
  我找记者来|記者馬上到|记者来访|我認識電視臺的記者|电视台曝光|找电视台采访|接受采访时会说|新闻媒体都会报道|找媒体|媒体曝光你们|我是做自媒体的|联系报社|打新闻热线|曝光你们|網上曝光|向网友爆料|上热搜|發微博讓大家看看|发抖音让大家评理|发小红书|发到网上|全部发网上|把录音挂网上|找网红来|在营业厅直播你们|Ｉ ｗｉｌｌ ｃａｌｌ ａ ｌａｗｙｅｒ|I will sue you|my attorney will write|see you in court|a journalist is coming
  向工信部投诉|工信部申诉已提交|打到工信部去了|工信部规定不能这样|通管局投诉|已向省通信管理局反映|邮政管理局申诉|邮管局会查你们|打申诉中心电话|找消协|消费者协会调解|市场监管局见|工商局投诉|打12315|已拨打12315投诉|１２３１５投诉|12345已经受理|打了12345市长热线|12300申诉|12305申诉|向12381反映|96315|写市长信箱|市长热线转来|找人大代表|政协委员也反映过|向纪委反映|监委见|巡视组来了我就去|信访|去信访局|要去上访|到国务院反映|实名举报|我要举报你们|舉報到總部|向上级举报|到总公司投诉|集团投诉
  明天来堵门|帶人堵門|把你们大门堵了，堵大门|堵营业厅|围堵营业厅|拉横幅|在门口静坐|带人来闹事|聚众讨说法|集体维权|建了维权群|砸店|砸营业厅|砸了你们的柜台|叫人来评理|动手打人|我要报警|报警处理|去公安局报案
  不排除起诉|不怕打官司|不惜起诉到底|不得不起诉|不解决我就找记者|没解决就曝光|是不是要我起诉|要不要我找记者来|不是吓唬你们，我真找律师|不退费就12315|如果不退就起诉|难道要我去法院|不给说法就堵门|一再推诿，只好找媒体|不信就法院见|律师说可以起诉，不会罢休
`);

const threats = phrases(`
  我要跳楼|再不解决就跳楼|站在楼顶要跳楼|跳樓給你們看|去跳河|跳江算了|要跳桥|自杀|客户说想自杀|轻生的念头|要自尽|当场自残|自焚|上吊给你们看|割腕|服毒|喝农药|喝药自尽|吞安眠药|绝食抗议|寻死|寻短见|不如死了，想死|留了遗书|结束生命|一了百了|不想活了|我不活了|活不下去了|没法活了|活着没意思|死给你们看|死在你们营业厅|死在营业厅门口|以死相逼|一死了之|同归于尽|跟你们拼了|和你们拼命|跟你拼命|要杀人了|杀了你们|砍死你|要砍人|捅死你们经理|弄死你|打死你们|拿刀过来|明天带刀来|提刀上门|放火烧店|烧了你们的厅|泼汽油|提着桶来浇汽油|炸了你们|炸营业厅|炸基站|報復社會|别逼我跳楼|I will kill myself|he talks of suicide
`);

const ordinary = phrases(`
  客户询问月租费|套餐太贵想换|不会起诉|不起诉|没有起诉的意思，没起诉|并不打算起诉|不想打官司|客户表示不会找记者也不起诉|没有找律师|没请律师|未委托律师|不打算去法院|无意起诉|无需仲裁|没有接受采访|不想曝光|没有打12315|从未打过12345|不会上访|没去信访|不打算报警|没有报警|不会向工信部投诉|没说要曝光|绝不会曝光|也不找媒体|现在不去法院
  家住律师楼旁|家住律师楼旁边，宽带不通|住在法院对面|住址：法院家属院|律师事务所楼下信号差|法院后面没有信号|电视台附近基站故障|电视台对面的营业厅|记者站隔壁|信访局门口的杆子倒了|工信部大楼对面|消协楼上宽带慢|纪委那边信号弱|公安局旁边的小区|法院路12号断网|公安局街的光缆断了|店在工商局旁|地址在市场监管局隔壁
  寄给律师的信没收到|邮寄到法院的材料丢失|寄往纪委的挂号信延误|快递给法院的文件破损|到法院送快递的没来|律师专线不通|法院宽带报修|法院的发票寄错
  通信访问慢|微信访问不了|短信访问链接打不开|网上访问缓慢|取消协议|撤消协商的套餐|一起诉说经过|和家人一起诉苦|年轻生意人|减轻生活负担|楼上吊顶漏水|装上吊灯时挖断光纤|跳楼价套餐|跳楼大甩卖|打死也不用了|打死都不续约|手机弄死机了|照片曝光过度|曝光时间太短|小记者活动的流量|收不到省电视台|有线电视台信号|电视台频道少了|看不了电视台的节目|密码12345不对|验证码12315没收到|尾号12345的卡|扣了12345元|用了12345兆|号码13912315678|单号1231512345|快递带刀具被退|公证书寄丢|公证处的件|喝药水时接到推销|发抖音发不出去|发微博一直转圈|工信部备案信息错|手机要杀毒|想死你了|issue with the bill|a discourtesy|the tissue box arrived wet
`);

describe('ATT-1: what sounds important, as people write it', () => {
  test.each(important)('%s', (phrase) => {
    expect(soundsImportant(phrase, [])).toBe(true);
    expect(threatensLife(phrase)).toBe(false);
  });

  test('the words of a pack count beside these, and are denied like them', () => {
    expect(soundsImportant('要找王老板评理', ['王老板'])).toBe(true);
    expect(soundsImportant('要找王老板评理', [])).toBe(false);
    expect(soundsImportant('没找王老板', ['王老板'])).toBe(false);
  });
});

describe('CRI-4: what threatens a life', () => {
  test.each(threats)('%s', (phrase) => {
    expect(threatensLife(phrase)).toBe(true);
  });
});

describe('what is denied, a place, mail, or a part of another word', () => {
  test.each(ordinary)('%s', (phrase) => {
    expect([soundsImportant(phrase, []), threatensLife(phrase)]).toEqual([false, false]);
  });

  test('a denial holds for its own sentence alone', () => {
    expect(holdsWords('不会起诉。记者明天来', ['起诉', '记者'])).toBe(true);
    expect(holdsWords('住在法院对面，再不修就法院见', ['法院见'])).toBe(true);
    expect(threatensLife('没想过自杀，也不会跳楼')).toBe(false);
  });

  test('there are more than two hundred phrases', () => {
    expect(new Set([...important, ...threats, ...ordinary]).size).toBeGreaterThanOrEqual(200);
  });
});
