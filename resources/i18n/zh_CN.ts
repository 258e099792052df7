<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Service Skills Competition</source>
        <translation>服务技能竞赛</translation>
    </message>
    <message>
        <source>Runs a service skills competition and all-staff muster from roster to certificates.</source>
        <translation>服务技能大赛暨全员大比武：从花名册到荣誉证书的全过程。</translation>
    </message>
    <message>
        <source>Fonts: Noto Sans SC, Noto Serif SC, LXGW WenKai (OFL). Icons: Lucide (ISC).</source>
        <translation>字体：Noto Sans SC、Noto Serif SC、霞鹜文楷（OFL）。图标：Lucide（ISC）。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>AccountDialog</name>
    <message>
        <source>Add a person</source>
        <translation>添加人员</translation>
    </message>
    <message>
        <source>Change the role</source>
        <translation>修改角色</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Person's &amp;name</source>
        <translation>姓名(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>角色(&amp;R)</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>尚未指定</translation>
    </message>
    <message>
        <source>&amp;Judge</source>
        <translation>评委(&amp;J)</translation>
    </message>
    <message>
        <source>Whose mark sheet this person fills in; only for the role of judge.</source>
        <translation>此人填写哪位评委的评分表；仅用于评委角色。</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>密码(&amp;P)</translation>
    </message>
    <message>
        <source>Password a&amp;gain</source>
        <translation>再输一次(&amp;G)</translation>
    </message>
</context>
<context>
    <name>AccountsPart</name>
    <message>
        <source>Each person signs in with an own name: the journal says who did what.</source>
        <translation>每人用自己的姓名登录，操作日志才能说明谁做了什么。</translation>
    </message>
    <message>
        <source>Add a person…</source>
        <translation>添加人员…</translation>
    </message>
    <message>
        <source>Change the role…</source>
        <translation>修改角色…</translation>
    </message>
    <message>
        <source>New password…</source>
        <translation>重设密码…</translation>
    </message>
    <message>
        <source>Close the account</source>
        <translation>停用账号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>评委</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>May sign in</source>
        <translation>可登录</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>People who sign in</source>
        <translation>人员账号</translation>
    </message>
    <message>
        <source>Open the account again</source>
        <translation>重新启用</translation>
    </message>
    <message>
        <source>{name} will not be able to sign in any more. What {name} did stays in the journal.</source>
        <translation>{name} 将不能再登录。{name} 以往的操作仍保留在日志中。</translation>
    </message>
</context>
<context>
    <name>AddRoomsDialog</name>
    <message>
        <source>Add rooms</source>
        <translation>添加考场</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>{n} candidates need a seat.</source>
        <translation>有 {n} 名考生需要座位。</translation>
    </message>
    <message>
        <source>Room 1</source>
        <translation>第1考场</translation>
    </message>
    <message>
        <source>With several rooms the number in the name counts on.</source>
        <translation>添加多个时，名称中的数字依次递增。</translation>
    </message>
    <message>
        <source>Name of the room</source>
        <translation>考场名称</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Rows of desks</source>
        <translation>排数</translation>
    </message>
    <message>
        <source>Desks in a row</source>
        <translation>每排座位</translation>
    </message>
    <message>
        <source>How many rooms</source>
        <translation>考场个数</translation>
    </message>
    <message>
        <source>{count} rooms with {seats} desks each: {all} desks.</source>
        <translation>{count} 个考场，每个 {seats} 个座位，共 {all} 个。</translation>
    </message>
</context>
<context>
    <name>AdjustmentsDialog</name>
    <message>
        <source>Bonus and deduction</source>
        <translation>加分与扣分</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Deduction −</source>
        <translation>扣分 −</translation>
    </message>
    <message>
        <source>Bonus +</source>
        <translation>加分 +</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>类型(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Points</source>
        <translation>分值(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>原因(&amp;R)</translation>
    </message>
    <message>
        <source>For example: left the stage early.</source>
        <translation>例如：提前离场。</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>分值</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Typed by</source>
        <translation>录入人</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>struck out</source>
        <translation>已划去</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>计入</translation>
    </message>
    <message>
        <source>Lines so far</source>
        <translation>已有记录</translation>
    </message>
    <message>
        <source>Strike the line out</source>
        <translation>划去此行</translation>
    </message>
    <message>
        <source>The reason above says why it is struck out.</source>
        <translation>上方的“原因”作为划去的理由。</translation>
    </message>
    <message>
        <source>Type how many points.</source>
        <translation>请输入分值。</translation>
    </message>
</context>
<context>
    <name>AnswersDialog</name>
    <message>
        <source>An option: type the key once, then the answers of each paper; the program adds the points.</source>
        <translation>可选功能：录入一次标准答案，再录入各份试卷的答案，由程序计分。</translation>
    </message>
    <message>
        <source>Objective answers</source>
        <translation>客观题评分</translation>
    </message>
    <message>
        <source>Save and score</source>
        <translation>保存并评分</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>One kind of question a line: numbers, kind, points each, right answers.</source>
        <translation>每行一种题型：题号、题型、每题分值、标准答案。</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>标准答案</translation>
    </message>
    <message>
        <source>A multiple choice with letters missing</source>
        <translation>多选题少选</translation>
    </message>
    <message>
        <source>One paper a line: its number, then the answers. - means left out. May stay empty.</source>
        <translation>每行一份试卷：号码，然后是答案。- 表示未作答。可以留空。</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>考生答案</translation>
    </message>
    <message>
        <source>Answers from a file…</source>
        <translation>从文件读取答案…</translation>
    </message>
    <message>
        <source>{n} papers are scored by this key. If it changes, their marks follow and are verified anew.</source>
        <translation>已有 {n} 份试卷按此答案评分。修改答案后成绩随之更新，并须重新复核。</translation>
    </message>
    <message>
        <source>Workbooks and CSV (*.xlsx *.xlsm *.csv);;All files (*)</source>
        <translation>工作簿和 CSV (*.xlsx *.xlsm *.csv);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Answers from a file</source>
        <translation>从文件读取答案</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>正在读取文件</translation>
    </message>
    <message>
        <source>The file is not taken in.</source>
        <translation>文件未读入。</translation>
    </message>
    <message>
        <source>{n} papers in {name}. Either all are scored, or none.</source>
        <translation>{name} 中有 {n} 份答卷。要么全部评分，要么都不评。</translation>
    </message>
    <message>
        <source>{n} papers scored; {same} stood there with the same answers.</source>
        <translation>已评分 {n} 份；{same} 份答案相同，未变动。</translation>
    </message>
    <message>
        <source>Line {row}: {reason}</source>
        <translation>第 {row} 行：{reason}</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>另有 {n} 处</translation>
    </message>
    <message>
        <source>Nothing was saved.</source>
        <translation>未保存任何内容。</translation>
    </message>
</context>
<context>
    <name>AttendanceDialog</name>
    <message>
        <source>How the candidate took part</source>
        <translation>考生参考状态</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>尚不清楚</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>For example the reason, or who decided.</source>
        <translation>例如原因、由谁决定。</translation>
    </message>
    <message>
        <source>The mark that stands is taken out; the journal keeps it.</source>
        <translation>已有成绩将被取消，操作日志中保留原值。</translation>
    </message>
    <message>
        <source>The paper counts 0, whatever was marked.</source>
        <translation>该试卷按 0 分计，不论批改结果。</translation>
    </message>
    <message>
        <source>Marks stay and do not count; no awards.</source>
        <translation>成绩保留但不计入，且不能获奖。</translation>
    </message>
    <message>
        <source>The mark counts; no awards.</source>
        <translation>成绩有效，但不能获奖。</translation>
    </message>
</context>
<context>
    <name>AvoidancesDialog</name>
    <message>
        <source>Avoidance in “{item}”</source>
        <translation>“{item}”的回避</translation>
    </message>
    <message>
        <source>Let the judge mark</source>
        <translation>允许打分</translation>
    </message>
    <message>
        <source>A judge does not mark entrants of the own unit: the panel is judged without that mark. Only where there are too few judges does the office allow it.</source>
        <translation>评委不为本单位选手打分，得分由其余评委计算。只有评委人数不足时，办公室才允许打分。</translation>
    </message>
    <message>
        <source>Judges and entrants of one unit</source>
        <translation>同单位的评委与选手</translation>
    </message>
    <message>
        <source>Leave the judge out again</source>
        <translation>恢复回避</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>原因(&amp;R)</translation>
    </message>
    <message>
        <source>It stays in the journal.</source>
        <translation>原因将记入日志。</translation>
    </message>
</context>
<context>
    <name>AwardCommands</name>
    <message>
        <source>Nothing can be revealed to the hall before the results are published.</source>
        <translation>成绩公布之前，不能向会场揭晓。</translation>
    </message>
    <message>
        <source>Go to the standings</source>
        <translation>前往成绩名次</translation>
    </message>
    <message>
        <source>{count} numbers were given</source>
        <translation>已编定 {count} 个编号</translation>
    </message>
    <message>
        <source>A certificate number is given once and never again. Give numbers to everybody without one now?</source>
        <translation>证书编号一经编定不再改变，也不重复使用。现在为尚无编号的获奖者编号吗？</translation>
    </message>
    <message>
        <source>Give the numbers</source>
        <translation>编号</translation>
    </message>
</context>
<context>
    <name>AwardRuleDialog</name>
    <message>
        <source>Change the award</source>
        <translation>修改奖项</translation>
    </message>
    <message>
        <source>Add an award</source>
        <translation>添加奖项</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>For &amp;whom</source>
        <translation>授予对象(&amp;W)</translation>
    </message>
    <message>
        <source>Every item</source>
        <translation>每个项目</translation>
    </message>
    <message>
        <source>&amp;Item</source>
        <translation>竞赛项目(&amp;I)</translation>
    </message>
    <message>
        <source>As the certificate says it.</source>
        <translation>与证书上的写法一致。</translation>
    </message>
    <message>
        <source>Name of the &amp;award</source>
        <translation>奖项名称(&amp;A)</translation>
    </message>
    <message>
        <source>a number of winners</source>
        <translation>按名额</translation>
    </message>
    <message>
        <source>a share of the entrants in %</source>
        <translation>按参赛者的百分比</translation>
    </message>
    <message>
        <source>By w&amp;hat</source>
        <translation>评定方法(&amp;H)</translation>
    </message>
    <message>
        <source>How &amp;many</source>
        <translation>数量(&amp;M)</translation>
    </message>
    <message>
        <source>People with the same place at the cut win together.</source>
        <translation>分界处名次相同的同时获奖。</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>原因(&amp;R)</translation>
    </message>
    <message>
        <source>Optional, for the list of awards.</source>
        <translation>可不填，印在获奖名单上。</translation>
    </message>
    <message>
        <source>Type how many win, as a number.</source>
        <translation>请用数字填写获奖数量。</translation>
    </message>
</context>
<context>
    <name>Awards</name>
    <message>
        <source>Award</source>
        <translation>奖项</translation>
    </message>
    <message>
        <source>of persons</source>
        <translation>个人</translation>
    </message>
    <message>
        <source>of teams</source>
        <translation>团体</translation>
    </message>
    <message>
        <source>of one item</source>
        <translation>单项</translation>
    </message>
    <message>
        <source>of each group</source>
        <translation>小组</translation>
    </message>
    <message>
        <source>of units</source>
        <translation>组织</translation>
    </message>
    <message>
        <source>of honour</source>
        <translation>称号</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Winners now</source>
        <translation>现获奖</translation>
    </message>
    <message>
        <source>Winner</source>
        <translation>获奖者</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Certificate number</source>
        <translation>证书编号</translation>
    </message>
    <message>
        <source>Staff number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>已印次数</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>领取人</translation>
    </message>
</context>
<context>
    <name>AwardsPage</name>
    <message>
        <source>Give certificate numbers</source>
        <translation>编定证书编号</translation>
    </message>
    <message>
        <source>Certificates…</source>
        <translation>证书…</translation>
    </message>
    <message>
        <source>Hand out…</source>
        <translation>发放登记…</translation>
    </message>
    <message>
        <source>Reveal…</source>
        <translation>揭晓…</translation>
    </message>
    <message>
        <source>Add award…</source>
        <translation>添加奖项…</translation>
    </message>
    <message>
        <source>Awards and certificates</source>
        <translation>奖项与证书</translation>
    </message>
    <message>
        <source>Which awards there are, who wins them, and the numbers of the certificates</source>
        <translation>设哪些奖项、谁获奖、证书编号</translation>
    </message>
    <message>
        <source>Enter change the award   Ctrl+F search winners   Ctrl+C copy</source>
        <translation>回车 修改奖项   Ctrl+F 查找获奖者   Ctrl+C 复制</translation>
    </message>
    <message>
        <source>Say which awards there are: by a number of winners or a share of the entrants. Awards of one kind follow each other: after one first prize the second starts at place 2. People with the same place at the cut win together. Titles are given by hand. Certificate numbers are given when the results are published, and never change.</source>
        <translation>设定奖项：按名额或按参赛人数的比例。同类奖项依次相接：一等奖 1 名，则二等奖从第 2 名开始。分界处名次相同的同时获奖。荣誉称号由人工授予。证书编号在成绩公布时编定，此后不变。</translation>
    </message>
    <message>
        <source>The competition office has not set up any awards yet.</source>
        <translation>竞赛办公室还没有设置奖项。</translation>
    </message>
    <message>
        <source>There are no awards yet. Start with the usual ones and change what is different with you.</source>
        <translation>还没有奖项。可先采用常用奖项，再按本次竞赛修改。</translation>
    </message>
    <message>
        <source>Take the usual awards</source>
        <translation>采用常用奖项</translation>
    </message>
    <message>
        <source>Add a single award</source>
        <translation>单独添加奖项</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Holders…</source>
        <translation>获得者…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Move up: takes the better places</source>
        <translation>上移（取更好的名次）</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Awards</source>
        <translation>奖项与证书</translation>
    </message>
    <message>
        <source>Search winners (Ctrl+F)</source>
        <translation>查找获奖者（Ctrl+F）</translation>
    </message>
    <message>
        <source>All winners</source>
        <translation>全部获奖者</translation>
    </message>
    <message>
        <source>Winners</source>
        <translation>获奖者</translation>
    </message>
    <message>
        <source>The winners are shown here once the results are published.</source>
        <translation>成绩公布后，这里显示获奖者。</translation>
    </message>
    <message>
        <source>&amp;Go to the standings</source>
        <translation>前往成绩名次(&amp;G)</translation>
    </message>
    <message>
        <source>These are the winners of publication {number}.</source>
        <translation>这是第 {number} 号公布的获奖者。</translation>
    </message>
    <message>
        <source>Winners follow the marks as they stand. They become final when the results are published.</source>
        <translation>获奖者随当前分数变化，成绩公布后确定。</translation>
    </message>
    <message>
        <source>{count} winners have no certificate number yet. Publish again, or give the numbers now.</source>
        <translation>{count} 个获奖者还没有证书编号。请重新公布，或现在编号。</translation>
    </message>
    <message>
        <source>{count} winners, every one with a certificate number.</source>
        <translation>共 {count} 个获奖者，均已编定证书编号。</translation>
    </message>
    <message>
        <source>{award}: {count}</source>
        <translation>{award}：{count}</translation>
    </message>
    <message>
        <source>Every winner has a number.</source>
        <translation>每个获奖者都已有编号。</translation>
    </message>
    <message>
        <source>“{award}” is taken away, with {count} winners. Publications that were made stay as they are.</source>
        <translation>将删除“{award}”（现有 {count} 个获奖者）。已作出的公布不受影响。</translation>
    </message>
    <message>
        <source>Remove the award</source>
        <translation>删除奖项</translation>
    </message>
</context>
<context>
    <name>BackupsPart</name>
    <message>
        <source>Copies are made by themselves before every import, draw, unlocking and publication; the last twenty and one a day are kept.</source>
        <translation>每次导入、抽取、解锁、公布之前自动备份；保留最近二十份，并每天保留一份。</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <source>Go back to this copy…</source>
        <translation>回到此备份…</translation>
    </message>
    <message>
        <source>Save a copy as…</source>
        <translation>另存副本…</translation>
    </message>
    <message>
        <source>Make a backup now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>还没有备份。</translation>
    </message>
    <message>
        <source>This competition lies on a database server. Backups are made there, by whoever runs it.</source>
        <translation>此赛事保存在数据库服务器上，由服务器管理员负责备份。</translation>
    </message>
    <message>
        <source>Backup made: {name}</source>
        <translation>已备份：{name}</translation>
    </message>
    <message>
        <source>The copy is complete</source>
        <translation>副本已完成</translation>
    </message>
    <message>
        <source>Save a copy of the competition</source>
        <translation>另存赛事副本</translation>
    </message>
    <message>
        <source>Competition (*.db)</source>
        <translation>赛事文件 (*.db)</translation>
    </message>
    <message>
        <source>The copy of {time} is opened as a competition of its own beside the present one. The present competition stays as it is.</source>
        <translation>将把 {time} 的备份作为另一份赛事打开，当前赛事保持不变。</translation>
    </message>
    <message>
        <source>Open the copy</source>
        <translation>打开备份</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>before an import</source>
        <translation>导入之前</translation>
    </message>
    <message>
        <source>before a draw</source>
        <translation>抽取之前</translation>
    </message>
    <message>
        <source>before unlocking</source>
        <translation>解锁之前</translation>
    </message>
    <message>
        <source>before an upgrade</source>
        <translation>升级之前</translation>
    </message>
    <message>
        <source>before a publication</source>
        <translation>公布之前</translation>
    </message>
    <message>
        <source>after a sign-off</source>
        <translation>签字确认之后</translation>
    </message>
</context>
<context>
    <name>CalculationPanel</name>
    <message>
        <source>Calculation</source>
        <translation>计算过程</translation>
    </message>
</context>
<context>
    <name>Ceremony</name>
    <message>
        <source>Random draw</source>
        <translation>随机抽取</translation>
    </message>
    <message>
        <source>Freeze code</source>
        <translation>封存码</translation>
    </message>
    <message>
        <source>Published before the dice are thrown. Nothing can change after it.</source>
        <translation>掷骰之前公布，此后任何内容都不能再改</translation>
    </message>
    <message>
        <source>Frozen {time}</source>
        <translation>封存于 {time}</translation>
    </message>
    <message>
        <source>Dice</source>
        <translation>骰子</translation>
    </message>
    <message>
        <source>Typed by {first} and again by {second}</source>
        <translation>{first} 输入，{second} 复输</translation>
    </message>
    <message>
        <source>Now the dice are thrown in public.</source>
        <translation>现在当众掷骰</translation>
    </message>
    <message>
        <source>Groups by lot</source>
        <translation>抽签分组</translation>
    </message>
    <message>
        <source>Order of appearance by lot</source>
        <translation>抽签决定出场顺序</translation>
    </message>
    <message>
        <source>Group {letter}</source>
        <translation>{letter} 组</translation>
    </message>
    <message>
        <source>Order of appearance</source>
        <translation>出场顺序</translation>
    </message>
    <message>
        <source>people take part</source>
        <translation>人参加</translation>
    </message>
    <message>
        <source>units</source>
        <translation>个单位</translation>
    </message>
    <message>
        <source>groups formed</source>
        <translation>个组</translation>
    </message>
    <message>
        <source>Who takes part in the lot</source>
        <translation>参加抽签</translation>
    </message>
    <message>
        <source>eligible people</source>
        <translation>人可抽</translation>
    </message>
    <message>
        <source>to be drawn</source>
        <translation>人将抽取</translation>
    </message>
    <message>
        <source>Chance of one person: {low} to {high}</source>
        <translation>每人抽中机会 {low} 至 {high}</translation>
    </message>
    <message>
        <source>Who can be drawn</source>
        <translation>抽取范围</translation>
    </message>
    <message>
        <source>{places} of {eligible}</source>
        <translation>{eligible} 人中抽取 {places} 人</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count} 人</translation>
    </message>
    <message>
        <source>Alternates: {names}</source>
        <translation>备选：{names}</translation>
    </message>
    <message>
        <source>Nobody is drawn here.</source>
        <translation>本单位不抽取</translation>
    </message>
    <message>
        <source>All who were drawn</source>
        <translation>全部抽中人员</translation>
    </message>
</context>
<context>
    <name>CeremonyWindow</name>
    <message>
        <source>Random draw</source>
        <translation>随机抽取</translation>
    </message>
</context>
<context>
    <name>CertificatesDialog</name>
    <message>
        <source>Certificates and their register</source>
        <translation>证书与发放登记</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>另存为 PDF…</translation>
    </message>
    <message>
        <source>Choose lines, or narrow the list: what is shown is printed, or noted as handed out.</source>
        <translation>选中若干行，或用筛选缩小范围：按所选（未选时按所列）打印或登记发放。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>荣誉证书</translation>
    </message>
    <message>
        <source>Register as PDF…</source>
        <translation>发放登记表 PDF…</translation>
    </message>
    <message>
        <source>Award</source>
        <translation>奖项</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Handed out</source>
        <translation>已发放</translation>
    </message>
    <message>
        <source>Handed out or not</source>
        <translation>发放与否</translation>
    </message>
    <message>
        <source>Not yet handed out</source>
        <translation>尚未发放</translation>
    </message>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation>查找（Ctrl+F）</translation>
    </message>
    <message>
        <source>&amp;Received by</source>
        <translation>领取人(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>领取日期(&amp;D)</translation>
    </message>
    <message>
        <source>Note as handed out</source>
        <translation>登记为已发放</translation>
    </message>
    <message>
        <source>Not handed out after all</source>
        <translation>撤销发放登记</translation>
    </message>
    <message>
        <source>Needed for certificates that were printed before.</source>
        <translation>曾经打印过的证书须填写。</translation>
    </message>
    <message>
        <source>&amp;Why printed again</source>
        <translation>重印原因(&amp;W)</translation>
    </message>
    <message>
        <source>All awards</source>
        <translation>全部奖项</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>全部单位</translation>
    </message>
    <message>
        <source>Type who received them.</source>
        <translation>请填写领取人。</translation>
    </message>
    <message>
        <source>All {count} certificates that are shown are noted as handed out to {name}.</source>
        <translation>列出的 {count} 份证书全部登记为由{name}领取。</translation>
    </message>
    <message>
        <source>All {count} certificates that are shown are noted as not handed out.</source>
        <translation>列出的 {count} 份证书全部登记为未发放。</translation>
    </message>
    <message>
        <source>Note them all</source>
        <translation>全部登记</translation>
    </message>
    <message>
        <source>{count} certificates noted.</source>
        <translation>已登记 {count} 份证书。</translation>
    </message>
    <message>
        <source>{count} of these were printed before. Say why they are printed again.</source>
        <translation>其中 {count} 份曾经打印过，请说明重印原因。</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Making certificates</source>
        <translation>正在制作证书</translation>
    </message>
    <message>
        <source>certificate register</source>
        <translation>证书发放登记表</translation>
    </message>
    <message>
        <source>Making the register</source>
        <translation>正在制作登记表</translation>
    </message>
</context>
<context>
    <name>CodingDialog</name>
    <message>
        <source>Draw level {n}</source>
        <translation>抽取第 {n} 次加密编号</translation>
    </message>
    <message>
        <source>Go to the tables</source>
        <translation>去看对照表</translation>
    </message>
    <message>
        <source>Codes, level by level</source>
        <translation>分级加密</translation>
    </message>
    <message>
        <source>Another officer than at the level before draws; the witness confirms with the password.</source>
        <translation>须由与前一级不同的人抽取；见证人输入密码确认。</translation>
    </message>
    <message>
        <source>&amp;Witness</source>
        <translation>见证人(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Password of the witness</source>
        <translation>见证人密码(&amp;P)</translation>
    </message>
    <message>
        <source>Declare the codes void…</source>
        <translation>编号作废…</translation>
    </message>
    <message>
        <source>Everybody gets a random code that nobody can foresee or work out. From then on judges and recorders see this code alone, and nobody sees it beside a name until every item is locked. Print the table for its envelope afterwards.</source>
        <translation>每位选手得到一个无法预知、无法推算的随机编号。此后评委和记分员只看到这个编号；全部项目锁定前，任何人都看不到编号与姓名的对应关系。抽取后请打印对照表装入专用信封。</translation>
    </message>
    <message>
        <source>First everybody needs the entry code: draw the groups, or give the codes.</source>
        <translation>请先让每位选手有参赛编号：抽签分组，或直接编号。</translation>
    </message>
    <message>
        <source>All levels are drawn. Names come back when every item is locked.</source>
        <translation>各级加密均已抽取。全部项目锁定后恢复显示姓名。</translation>
    </message>
    <message>
        <source>All levels are drawn.</source>
        <translation>各级加密均已抽取。</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级次</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Drawn by</source>
        <translation>抽取人</translation>
    </message>
    <message>
        <source>Witness</source>
        <translation>见证人</translation>
    </message>
    <message>
        <source>Kind of code</source>
        <translation>编号种类</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>已抽取</translation>
    </message>
    <message>
        <source>drawn next</source>
        <translation>待抽取</translation>
    </message>
    <message>
        <source>not drawn yet</source>
        <translation>未抽取</translation>
    </message>
    <message>
        <source>Declare the secret codes void</source>
        <translation>保密编号作废</translation>
    </message>
    <message>
        <source>Declare void</source>
        <translation>宣布作废</translation>
    </message>
    <message>
        <source>All levels above the first are dropped; everybody has the entry code of the lots again. Tables that were printed are worthless then: destroy them.</source>
        <translation>第一级以上的编号全部作废，选手恢复使用抽签产生的参赛编号。已打印的对照表随之失效，请销毁。</translation>
    </message>
</context>
<context>
    <name>CodingTables</name>
    <message>
        <source>for its two drawers</source>
        <translation>抽取人与见证人共同取用</translation>
    </message>
    <message>
        <source>ready, noted in the journal</source>
        <translation>可取用，日志登记</translation>
    </message>
    <message>
        <source>This table is secret until every item is locked. {drawer} and {witness}, who drew the codes, take it out together for its envelope; the journal keeps it.</source>
        <translation>全部项目锁定前，本表保密。由抽取编号的{drawer}和见证人{witness}共同取出并装入专用信封，取用情况记入日志。</translation>
    </message>
    <message>
        <source>Take out the table…</source>
        <translation>取出对照表…</translation>
    </message>
    <message>
        <source>The journal keeps who took this table out, and when.</source>
        <translation>谁在何时取出本表，日志都会记录。</translation>
    </message>
    <message>
        <source>Take out the table</source>
        <translation>取出对照表</translation>
    </message>
    <message>
        <source>{drawer} and {witness} take the table out. The other one confirms with name and password.</source>
        <translation>由{drawer}和{witness}共同取出对照表，请另一人输入姓名和密码确认。</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>取出</translation>
    </message>
</context>
<context>
    <name>ColumnMapping</name>
    <message>
        <source>not in the file</source>
        <translation>文件中没有</translation>
    </message>
</context>
<context>
    <name>CompetitionPanel</name>
    <message>
        <source>Competition &amp;name</source>
        <translation>赛事名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Year</source>
        <translation>年度(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>主办单位(&amp;H)</translation>
    </message>
    <message>
        <source>The company; stands on certificates and sheets</source>
        <translation>主办公司，印在证书和表格上</translation>
    </message>
    <message>
        <source>&amp;Organiser</source>
        <translation>承办(&amp;O)</translation>
    </message>
    <message>
        <source>e.g. the competition office</source>
        <translation>例如：竞赛办公室</translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation>地点(&amp;P)</translation>
    </message>
    <message>
        <source>Where the final is held</source>
        <translation>决赛举办地点</translation>
    </message>
    <message>
        <source>&amp;Day of the final</source>
        <translation>决赛日期(&amp;D)</translation>
    </message>
    <message>
        <source>e.g. 2026-11-22</source>
        <translation>例如 2026-11-22</translation>
    </message>
    <message>
        <source>Day on the &amp;certificates</source>
        <translation>证书日期(&amp;C)</translation>
    </message>
    <message>
        <source>e.g. 2026-11-25</source>
        <translation>例如 2026-11-25</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>&amp;Language of papers</source>
        <translation>表格与证书语言(&amp;L)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>The setup was locked by {person}; it can be opened again on the tab Stages.</source>
        <translation>赛事设置已由{person}锁定，可在“阶段”页签重新开放。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
</context>
<context>
    <name>Corrections</name>
    <message>
        <source>to decide</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>已驳回</translation>
    </message>
    <message>
        <source>State of attendance</source>
        <translation>参考状态</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>试卷</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>原</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Proposed by</source>
        <translation>提出人</translation>
    </message>
    <message>
        <source>Confirmed / refused by</source>
        <translation>处理人</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Written round</source>
        <translation>笔试</translation>
    </message>
    <message>
        <source>Final, individual</source>
        <translation>决赛个人</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>代表队</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Award</source>
        <translation>奖项</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Moves</source>
        <translation>变动项</translation>
    </message>
    <message>
        <source>From</source>
        <translation>原为</translation>
    </message>
    <message>
        <source>To</source>
        <translation>变为</translation>
    </message>
    <message>
        <source>No mark was corrected after the lock. A correction takes two people and a reason.</source>
        <translation>锁定后没有更正过分数。更正需要两个人和一条原因。</translation>
    </message>
    <message>
        <source>Propose a correction…</source>
        <translation>提出更正…</translation>
    </message>
    <message>
        <source>Number, paper, name or reason (Ctrl+F)</source>
        <translation>序号、试卷、姓名或原因（Ctrl+F）</translation>
    </message>
    <message>
        <source>Look and decide…</source>
        <translation>查看并处理…</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>What the correction moved</source>
        <translation>更正带来的变动</translation>
    </message>
    <message>
        <source>What it would move is shown before it is decided.</source>
        <translation>处理前会列出名次和奖项的变动。</translation>
    </message>
    <message>
        <source>Refused: {reason}</source>
        <translation>已驳回：{reason}</translation>
    </message>
    <message>
        <source>What correction {number} moved</source>
        <translation>第 {number} 号更正带来的变动</translation>
    </message>
    <message>
        <source>Correction {number} moved no place and no award.</source>
        <translation>第 {number} 号更正没有影响名次和奖项。</translation>
    </message>
</context>
<context>
    <name>CountPapersDialog</name>
    <message>
        <source>Papers handed in</source>
        <translation>收回份数</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Count the papers of the room without looking at the sign-in count.</source>
        <translation>请独立清点本考场收回的试卷，不要照抄签到人数。</translation>
    </message>
    <message>
        <source>without a room</source>
        <translation>未分考场</translation>
    </message>
    <message>
        <source>{room}: counted {counted}</source>
        <translation>{room}：已清点 {counted}</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>考场</translation>
    </message>
</context>
<context>
    <name>CriteriaEdit</name>
    <message>
        <source>Add a criterion</source>
        <translation>添加评分项</translation>
    </message>
    <message>
        <source>Type the full mark of “{criterion}”.</source>
        <translation>请输入“{criterion}”的满分。</translation>
    </message>
    <message>
        <source>together {n}</source>
        <translation>合计 {n}</translation>
    </message>
</context>
<context>
    <name>DeactivateDialog</name>
    <message>
        <source>Deactivate {name} ({number})</source>
        <translation>停用 {name}（{number}）</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>The person is no longer drawn or nominated. Nothing is deleted, and the person can be taken in again.</source>
        <translation>停用后不再参加抽取和推荐。资料不会删除，以后可以恢复。</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>原因(&amp;R)</translation>
    </message>
    <message>
        <source>e.g. moved to another company</source>
        <translation>例如：调离</translation>
    </message>
</context>
<context>
    <name>DecideCorrectionDialog</name>
    <message>
        <source>{paper}, {section}: {old} becomes {new}. Reason: {reason}. Proposed by {person}.</source>
        <translation>{paper} {section}：{old} 更正为 {new}。原因：{reason}。提出人：{person}。</translation>
    </message>
    <message>
        <source>Correction {number}</source>
        <translation>第 {number} 号更正</translation>
    </message>
    <message>
        <source>Confirm the correction</source>
        <translation>确认更正</translation>
    </message>
    <message>
        <source>Looking what moves…</source>
        <translation>正在计算影响…</translation>
    </message>
    <message>
        <source>What moves</source>
        <translation>变动</translation>
    </message>
    <message>
        <source>Reason, if &amp;refused</source>
        <translation>驳回原因(&amp;R)</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>驳回</translation>
    </message>
    <message>
        <source>{n} places, totals, averages or awards move</source>
        <translation>{n} 项名次、总分、平均分或奖项发生变动</translation>
    </message>
    <message>
        <source>No place and no award moves</source>
        <translation>名次和奖项都不受影响</translation>
    </message>
    <message>
        <source>The seals are closed: units, teams and awards are not told, so that nobody learns whose it is.</source>
        <translation>尚未拆封：不显示单位、代表队和奖项的变动，以免泄露考生身份。</translation>
    </message>
    <message>
        <source>You proposed this correction. Somebody else confirms it; you may withdraw it.</source>
        <translation>这项更正由您提出，须他人确认；您可以撤回。</translation>
    </message>
    <message>
        <source>Another person confirms.</source>
        <translation>须由他人确认。</translation>
    </message>
    <message>
        <source>A reason to refuse is typed. Press Refuse, or empty it to confirm.</source>
        <translation>已填写驳回原因。请按“驳回”；若要确认，请先清空原因。</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Preparing the sample competition</source>
        <translation>正在准备样例赛事</translation>
    </message>
    <message>
        <source>Open a competition</source>
        <translation>打开赛事</translation>
    </message>
    <message>
        <source>Competition (*.db);;All files (*)</source>
        <translation>赛事文件 (*.db);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open the newest backup</source>
        <translation>打开最近的备份</translation>
    </message>
    <message>
        <source>The competition is damaged</source>
        <translation>赛事文件已损坏</translation>
    </message>
</context>
<context>
    <name>DeskTable</name>
    <message>
        <source>Room</source>
        <translation>考场</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>座位</translation>
    </message>
    <message>
        <source>Ticket no.</source>
        <translation>准考证号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Came at</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>未到</translation>
    </message>
</context>
<context>
    <name>DiceDialog</name>
    <message>
        <source>Type the dice</source>
        <translation>输入骰子</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>&amp;Who types</source>
        <translation>输入人(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Digits in the order thrown</source>
        <translation>按掷出顺序的数字(&amp;D)</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>First person: type the digits that the dice or balls show ({least} to {most}). Nobody chooses digits.</source>
        <translation>第一人：请输入骰子或号球上的数字（{least} 至 {most} 位）。数字只能掷出，不能由人挑选。</translation>
    </message>
    <message>
        <source>Second person: type the digits again from the dice, not from a note of the first person. Both entries must be the same.</source>
        <translation>第二人：请对照骰子重新输入，不要照抄第一人的记录。两次输入必须一致。</translation>
    </message>
    <message>
        <source>not {person}</source>
        <translation>不能是 {person}</translation>
    </message>
    <message>
        <source>another person</source>
        <translation>另一个人</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比对</translation>
    </message>
    <message>
        <source>“{sign}” is not a digit.</source>
        <translation>“{sign}”不是数字。</translation>
    </message>
    <message>
        <source>{count} digits; {least} to {most} are needed</source>
        <translation>已输入 {count} 位，需要 {least} 至 {most} 位</translation>
    </message>
    <message>
        <source>{count} digits, taken as:</source>
        <translation>共 {count} 位，记为：</translation>
    </message>
    <message>
        <source>Type the name of the person who types the digits.</source>
        <translation>请填写输入人姓名。</translation>
    </message>
    <message>
        <source>Taken. Now another person types the same digits.</source>
        <translation>已记录。请另一个人再输入一次。</translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <source>Number on the paper</source>
        <translation>试卷号码</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>First entry</source>
        <translation>首次录入</translation>
    </message>
    <message>
        <source>Second entry</source>
        <translation>二次录入</translation>
    </message>
    <message>
        <source>Looks like</source>
        <translation>可能原因</translation>
    </message>
    <message>
        <source>Entered by</source>
        <translation>录入人</translation>
    </message>
    <message>
        <source>You typed one of the two</source>
        <translation>其中一次由您录入</translation>
    </message>
</context>
<context>
    <name>DifferencesTab</name>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Mark on the paper</source>
        <translation>试卷上的分数</translation>
    </message>
    <message>
        <source>&amp;Settle</source>
        <translation>裁定(&amp;Z)</translation>
    </message>
    <message>
        <source>or what stands there:</source>
        <translation>或输入卷面上的成绩：</translation>
    </message>
    <message>
        <source>No difference is open</source>
        <translation>没有待裁定的差异</translation>
    </message>
    <message>
        <source>Marks that two people read the same are verified. What they read differently comes here.</source>
        <translation>两人读数一致的成绩已复核；读数不一致的会列在这里。</translation>
    </message>
    <message>
        <source>You typed one of the two entries. Somebody who typed neither settles it from the paper.</source>
        <translation>其中一次由您录入，须由未参与录入的第三人查看试卷裁定。</translation>
    </message>
    <message>
        <source>{slip}. Take the paper and look what stands there.</source>
        <translation>{slip}。请取出试卷，查看卷面成绩。</translation>
    </message>
    <message>
        <source>{value}   as {name} typed</source>
        <translation>{value}   {name} 录入</translation>
    </message>
    <message>
        <source>{paper}, {section}: {value} stands now, verified by you.</source>
        <translation>{paper}，{section}：已裁定为 {value}，由您复核。</translation>
    </message>
    <message>
        <source>Type the mark that stands on the paper.</source>
        <translation>请录入试卷上的分数。</translation>
    </message>
</context>
<context>
    <name>DrawExport</name>
    <message>
        <source>Writing the folder</source>
        <translation>正在写核验包</translation>
    </message>
    <message>
        <source>Where to write the folder of the draw</source>
        <translation>核验包保存到哪里</translation>
    </message>
    <message>
        <source>Writing the sheet</source>
        <translation>正在生成张贴单</translation>
    </message>
    <message>
        <source>Save the sheet</source>
        <translation>保存张贴单</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Freeze code.pdf</source>
        <translation>封存码.pdf</translation>
    </message>
</context>
<context>
    <name>DrawFreezeView</name>
    <message>
        <source>Freeze code</source>
        <translation>封存码</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Export folder…</source>
        <translation>导出核验包…</translation>
    </message>
    <message>
        <source>Publish this code now, before the dice are thrown: read it out, project it, post it. It proves that roster, exclusions and plan were settled first. Changes of the roster do not touch this draw any more.</source>
        <translation>请在掷骰之前公布此码：宣读、投影、张贴。它证明名单、排除人员和计划在掷骰前已经确定。此后修改花名册不再影响本次抽取。</translation>
    </message>
    <message>
        <source>Dice</source>
        <translation>骰子</translation>
    </message>
    <message>
        <source>Frozen plan</source>
        <translation>已封存的计划</translation>
    </message>
    <message>
        <source>Sheet to post…</source>
        <translation>张贴单…</translation>
    </message>
    <message>
        <source>{eligible} eligible, {places} to be drawn · frozen {time} by {person}</source>
        <translation>可抽 {eligible} 人，抽取 {places} 人 · {person} 于 {time} 封存</translation>
    </message>
    <message>
        <source>Both entries agree</source>
        <translation>两次输入一致</translation>
    </message>
    <message>
        <source>Typed by {first} and again by {second}. The draw can be run, once.</source>
        <translation>由 {first} 输入，{second} 复输。可以执行抽取，仅此一次。</translation>
    </message>
    <message>
        <source>Typed once</source>
        <translation>已输入一次</translation>
    </message>
    <message>
        <source>A second person types the same digits next.</source>
        <translation>接下来由第二个人再输入一次。</translation>
    </message>
    <message>
        <source>Not thrown yet</source>
        <translation>尚未掷骰</translation>
    </message>
    <message>
        <source>Throw at least 20 ten-sided dice (or numbered balls) in public, after the code was published. Two people type the digits, one after the other.</source>
        <translation>公布封存码之后，当众掷至少 20 次十面骰（或摸号球）。由两个人先后输入数字。</translation>
    </message>
</context>
<context>
    <name>DrawHistoryDialog</name>
    <message>
        <source>All draws</source>
        <translation>全部抽取</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Void draws stay here and in the journal, with their reason.</source>
        <translation>作废的抽取连同原因保留在此处和操作日志中。</translation>
    </message>
    <message>
        <source>Export folder…</source>
        <translation>导出核验包…</translation>
    </message>
    <message>
        <source>Projector…</source>
        <translation>投影…</translation>
    </message>
    <message>
        <source>Choose a frozen draw in the table first.</source>
        <translation>请先在表中选择已封存的抽取。</translation>
    </message>
</context>
<context>
    <name>DrawPage</name>
    <message>
        <source>All draws…</source>
        <translation>全部抽取…</translation>
    </message>
    <message>
        <source>Declare void…</source>
        <translation>宣布作废…</translation>
    </message>
    <message>
        <source>Projector…</source>
        <translation>投影…</translation>
    </message>
    <message>
        <source>Export folder…</source>
        <translation>导出核验包…</translation>
    </message>
    <message>
        <source>Freeze…</source>
        <translation>封存…</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>封存</translation>
    </message>
    <message>
        <source>Dice</source>
        <translation>骰子</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>随机抽取</translation>
    </message>
    <message>
        <source>Drawn people</source>
        <translation>抽中名单</translation>
    </message>
    <message>
        <source>No draw is planned yet.</source>
        <translation>还没有抽取计划。</translation>
    </message>
    <message>
        <source>Plan the draw</source>
        <translation>制定抽取计划</translation>
    </message>
    <message>
        <source>Look at the roster first</source>
        <translation>先看花名册</translation>
    </message>
    <message>
        <source>The roster is still empty: there is nobody to draw from.</source>
        <translation>花名册还是空的，没有人可抽。</translation>
    </message>
    <message>
        <source>Go to the roster</source>
        <translation>前往花名册</translation>
    </message>
    <message>
        <source>Random draw</source>
        <translation>随机抽取</translation>
    </message>
    <message>
        <source>Who of each unit sits the all-staff exam</source>
        <translation>各单位参加全员练兵考试的人员</translation>
    </message>
    <message>
        <source>Enter change the unit or strike the person   Ctrl+F search   Ctrl+C copy</source>
        <translation>回车 修改单位或划去人员   Ctrl+F 查找   Ctrl+C 复制</translation>
    </message>
    <message>
        <source>First plan: who is eligible and how many of each unit are drawn. Freeze the plan and publish the code. Then throw dice in public; two people type the digits. The draw is run once, by a published method that anybody can repeat from the exported folder. Who cannot come is struck with a reason, and the next alternate of the unit steps up. To start over, declare the draw void: it stays listed.</source>
        <translation>先定计划：哪些人可抽、各单位抽几人。然后封存计划并公布封存码，再当众掷骰，由两人分别输入数字。抽取只执行一次，方法公开，任何人都能用导出的文件夹重算。抽中者不能参加的，说明原因后划去，由本单位下一名备选递补。如要重来，请宣布作废；作废的抽取仍会保留在列表中。</translation>
    </message>
    <message>
        <source>{label}: the plan can still change</source>
        <translation>{label} · 计划中，可以修改</translation>
    </message>
    <message>
        <source>{label}: frozen, nothing can change any more</source>
        <translation>{label} · 已封存，不能再改</translation>
    </message>
    <message>
        <source>{label}: drawn</source>
        <translation>{label} · 已抽取</translation>
    </message>
    <message>
        <source>{count} void before</source>
        <translation>此前作废 {count} 次</translation>
    </message>
    <message>
        <source>The plan does not work yet: see the line below the table.</source>
        <translation>计划还不可行，请看表格下方的提示。</translation>
    </message>
    <message>
        <source>Type the dice…</source>
        <translation>输入骰子…</translation>
    </message>
    <message>
        <source>Run the draw…</source>
        <translation>执行抽取…</translation>
    </message>
    <message>
        <source>Print the record</source>
        <translation>打印记录表</translation>
    </message>
    <message>
        <source>The draw is locked.</source>
        <translation>抽取阶段已锁定。</translation>
    </message>
    <message>
        <source>Only the office may do this.</source>
        <translation>只有竞赛办公室可以操作。</translation>
    </message>
    <message>
        <source>{places} of {eligible} people in {lines} units will be drawn. After the freeze roster, exclusions and plan of this draw cannot change any more; another plan needs a new freeze and new dice.</source>
        <translation>将从 {lines} 个单位的 {eligible} 名可抽人员中抽取 {places} 人。封存后，本次抽取的名单、排除人员和计划都不能再改；要改计划，须重新封存、重新掷骰。</translation>
    </message>
    <message>
        <source>Freeze now</source>
        <translation>立即封存</translation>
    </message>
    <message>
        <source>Freeze the draw?</source>
        <translation>封存本次抽取？</translation>
    </message>
    <message>
        <source>A frozen draw is run once. The result is saved before it is shown.</source>
        <translation>一次封存只抽取一次。结果先保存，后显示。</translation>
    </message>
    <message>
        <source>Run the draw?</source>
        <translation>执行抽取？</translation>
    </message>
    <message>
        <source>Run the draw now</source>
        <translation>执行抽取</translation>
    </message>
    <message>
        <source>{name} steps up for {struck}.</source>
        <translation>{name} 递补 {struck}。</translation>
    </message>
</context>
<context>
    <name>DrawPlanView</name>
    <message>
        <source>eligible</source>
        <translation>人可抽</translation>
    </message>
    <message>
        <source>to be drawn</source>
        <translation>人将抽取</translation>
    </message>
    <message>
        <source>alternates named</source>
        <translation>人备选</translation>
    </message>
    <message>
        <source>not drawn from</source>
        <translation>人不参与</translation>
    </message>
    <message>
        <source>Find a unit (Ctrl+F)</source>
        <translation>查找单位 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Change unit…</source>
        <translation>修改单位…</translation>
    </message>
    <message>
        <source>Not drawn from…</source>
        <translation>不参与抽取…</translation>
    </message>
    <message>
        <source>Rules…</source>
        <translation>规则…</translation>
    </message>
    <message>
        <source>Plan of the draw</source>
        <translation>抽取计划</translation>
    </message>
    <message>
        <source>window staff</source>
        <translation>窗口人员</translation>
    </message>
    <message>
        <source>on duty</source>
        <translation>在岗</translation>
    </message>
    <message>
        <source>certified</source>
        <translation>持证</translation>
    </message>
    <message>
        <source>{units} have fewer eligible people than places: everybody there goes, {missing} places stay empty.</source>
        <translation>{units}可抽人数少于名额：全员参加，空缺 {missing} 个名额。</translation>
    </message>
    <message>
        <source>The chance of one person lies between {low} and {high}. Freeze when roster and plan are final.</source>
        <translation>每人被抽中的机会在 {low} 至 {high} 之间。名单和计划确定后即可封存。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{names} and {more} more</source>
        <translation>{names}等另 {more} 个</translation>
    </message>
    <message>
        <source>Only the office may do this.</source>
        <translation>只有竞赛办公室可以操作。</translation>
    </message>
    <message>
        <source>Choose a unit in the table first.</source>
        <translation>请先在表中选择单位。</translation>
    </message>
</context>
<context>
    <name>DrawResultView</name>
    <message>
        <source>take part</source>
        <translation>人参加</translation>
    </message>
    <message>
        <source>alternates left</source>
        <translation>人备选未用</translation>
    </message>
    <message>
        <source>struck</source>
        <translation>人划去</translation>
    </message>
    <message>
        <source>places empty</source>
        <translation>个名额空缺</translation>
    </message>
    <message>
        <source>Drawn people</source>
        <translation>抽中名单</translation>
    </message>
    <message>
        <source>Freeze code</source>
        <translation>封存码</translation>
    </message>
    <message>
        <source>Dice</source>
        <translation>骰子</translation>
    </message>
    <message>
        <source>Run at</source>
        <translation>抽取时间</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Drawn and alternates</source>
        <translation>抽中与备选</translation>
    </message>
    <message>
        <source>Who takes part</source>
        <translation>实际参加</translation>
    </message>
    <message>
        <source>Struck</source>
        <translation>已划去</translation>
    </message>
    <message>
        <source>Find by name or number (Ctrl+F)</source>
        <translation>按姓名或工号查找 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Strike…</source>
        <translation>划去…</translation>
    </message>
    <message>
        <source>; </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{unit} ({missing})</source>
        <translation>{unit}（{missing}）</translation>
    </message>
    <message>
        <source>No alternate is left; places stay empty: {units}</source>
        <translation>备选已用完，名额空缺：{units}</translation>
    </message>
    <message>
        <source>Every place is filled. Everybody can check this draw with the exported folder.</source>
        <translation>名额全部落实。任何人都可以用导出的核验包核对本次抽取。</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>全部单位</translation>
    </message>
    <message>
        <source>Only the office may do this.</source>
        <translation>只有竞赛办公室可以操作。</translation>
    </message>
    <message>
        <source>Choose a person in the table first.</source>
        <translation>请先在表中选择一名人员。</translation>
    </message>
</context>
<context>
    <name>DrawRulesDialog</name>
    <message>
        <source>Rules of the draw</source>
        <translation>抽取规则</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>They hold for every unit that has no rule of its own.</source>
        <translation>适用于没有单独规则的各单位。</translation>
    </message>
    <message>
        <source>In every unit</source>
        <translation>按单位</translation>
    </message>
    <message>
        <source>In every unit and post</source>
        <translation>按单位和岗位</translation>
    </message>
    <message>
        <source>&amp;Draw separately</source>
        <translation>分层(&amp;D)</translation>
    </message>
    <message>
        <source>Place of the &amp;ceremony</source>
        <translation>抽取地点(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>标签(&amp;L)</translation>
    </message>
    <message>
        <source>Part of the public seed, e.g. CSC-2026-exam.</source>
        <translation>公开种子的一部分，例如 CSC-2026-exam。</translation>
    </message>
    <message>
        <source>&amp;window staff</source>
        <translation>窗口人员(&amp;W)</translation>
    </message>
    <message>
        <source>on d&amp;uty</source>
        <translation>在岗(&amp;U)</translation>
    </message>
    <message>
        <source>c&amp;ertified</source>
        <translation>持证(&amp;E)</translation>
    </message>
    <message>
        <source>Only people who are</source>
        <translation>只抽</translation>
    </message>
    <message>
        <source>of the &amp;posts</source>
        <translation>岗位(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;How many</source>
        <translation>抽取方式(&amp;H)</translation>
    </message>
    <message>
        <source>People per li&amp;ne</source>
        <translation>每单位人数(&amp;N)</translation>
    </message>
    <message>
        <source>P&amp;ercent</source>
        <translation>百分比(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Rounded</source>
        <translation>取整(&amp;R)</translation>
    </message>
    <message>
        <source>Places in &amp;all</source>
        <translation>总名额(&amp;A)</translation>
    </message>
    <message>
        <source>Shared by size: largest remainder.</source>
        <translation>按人数比例分配，最大余数法。</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>最少</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>最多</translation>
    </message>
    <message>
        <source>At least – at &amp;most</source>
        <translation>最少 – 最多(&amp;M)</translation>
    </message>
    <message>
        <source>Al&amp;ternates</source>
        <translation>备选人数(&amp;T)</translation>
    </message>
    <message>
        <source>Named after the drawn people; they step up in order.</source>
        <translation>列在抽中人员之后，按顺序递补。</translation>
    </message>
</context>
<context>
    <name>DrawTables</name>
    <message>
        <source>Nobody eligible</source>
        <translation>无人可抽</translation>
    </message>
    <message>
        <source>{count} too few</source>
        <translation>缺 {count} 人</translation>
    </message>
    <message>
        <source>Own rule</source>
        <translation>单独规则</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Eligible</source>
        <translation>可抽</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>抽中</translation>
    </message>
    <message>
        <source>Alternates</source>
        <translation>备选</translation>
    </message>
    <message>
        <source>Unit code</source>
        <translation>单位代码</translation>
    </message>
    <message>
        <source>To draw</source>
        <translation>抽取</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>抽中机会</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>for {name}</source>
        <translation>递补 {name}</translation>
    </message>
    <message>
        <source>Alternate</source>
        <translation>备选</translation>
    </message>
    <message>
        <source>Stepped up</source>
        <translation>已递补</translation>
    </message>
    <message>
        <source>Struck</source>
        <translation>已划去</translation>
    </message>
    <message>
        <source>Staff number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>签号</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>{reason} (approved by {approver})</source>
        <translation>{reason}（{approver} 批准）</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Draw no.</source>
        <translation>抽取序号</translation>
    </message>
    <message>
        <source>Kept out</source>
        <translation>排除方式</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手工</translation>
    </message>
    <message>
        <source>By rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>计划中</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>已封存</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Frozen at</source>
        <translation>封存时间</translation>
    </message>
    <message>
        <source>Freeze code</source>
        <translation>封存码</translation>
    </message>
    <message>
        <source>Dice</source>
        <translation>骰子</translation>
    </message>
    <message>
        <source>Why void</source>
        <translation>作废原因</translation>
    </message>
</context>
<context>
    <name>ExamDayBar</name>
    <message>
        <source>expected</source>
        <translation>应到</translation>
    </message>
    <message>
        <source>present</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>late</source>
        <translation>迟到</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>缺考</translation>
    </message>
    <message>
        <source>other states</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>Sitting</source>
        <translation>考试场次</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>考场</translation>
    </message>
    <message>
        <source>Ticket, name or unit (Ctrl+F)</source>
        <translation>准考证号、姓名或单位 (Ctrl+F)</translation>
    </message>
    <message>
        <source>All rooms</source>
        <translation>全部考场</translation>
    </message>
    <message>
        <source>The sitting has no time, so nobody is late.</source>
        <translation>场次未设开考时间，不计迟到。</translation>
    </message>
    <message>
        <source>begins at {at}</source>
        <translation>{at} 开考</translation>
    </message>
    <message>
        <source>began at {at}; late comers until {until}</source>
        <translation>{at} 已开考；迟到者可在 {until} 前入场</translation>
    </message>
    <message>
        <source>the late limit passed at {at}</source>
        <translation>{at} 起不再允许迟到入场</translation>
    </message>
</context>
<context>
    <name>ExamDayCommands</name>
    <message>
        <source>{n} candidates of {where} have not come. They are set absent.</source>
        <translation>{where}有 {n} 名考生未到，将登记为缺考。</translation>
    </message>
    <message>
        <source>Set {n} absent</source>
        <translation>登记 {n} 人缺考</translation>
    </message>
    <message>
        <source>{n} candidates set absent.</source>
        <translation>已登记 {n} 人缺考。</translation>
    </message>
    <message>
        <source>Every paper of {sitting} gets a random number. From then on until the marks are locked nobody sees whose paper it is. A second person confirms with name and password.</source>
        <translation>“{sitting}”的每份试卷将得到一个随机密封号。此后直到成绩锁定，谁也看不到试卷是谁的。请另一人输入姓名和密码确认。</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>密封</translation>
    </message>
    <message>
        <source>{sitting} is sealed.</source>
        <translation>“{sitting}”已密封。</translation>
    </message>
    <message>
        <source>The marks of {sitting} are locked. Opening the seals brings numbers and names together again; it stays in the journal. A second person confirms with name and password.</source>
        <translation>“{sitting}”的成绩已锁定。拆封后密封号与姓名重新对应，并记入日志。请另一人输入姓名和密码确认。</translation>
    </message>
    <message>
        <source>Open the seals</source>
        <translation>拆封</translation>
    </message>
</context>
<context>
    <name>ExamDayPage</name>
    <message>
        <source>Withdraw the seals…</source>
        <translation>撤销密封…</translation>
    </message>
    <message>
        <source>The rest is absent…</source>
        <translation>其余缺考…</translation>
    </message>
    <message>
        <source>Count the papers…</source>
        <translation>清点试卷…</translation>
    </message>
    <message>
        <source>Seal the papers…</source>
        <translation>密封试卷…</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>The day of the written exam</source>
        <translation>考试当天</translation>
    </message>
    <message>
        <source>Enter signs in   F2 present   F3 late   F4 absent   F6 excused   F7 disciplined   F8 zeroed</source>
        <translation>Enter 签到   F2 正常   F3 迟到   F4 缺考   F6 请假   F7 违纪   F8 作弊零分</translation>
    </message>
    <message>
        <source>Scan or type a ticket number and press Enter: the candidate is signed in, present before the beginning and late after it. Other states have a key each and hold for the person shown. At the end count the papers; when as many came back as people signed in, two people seal them.</source>
        <translation>扫描或输入准考证号后按 Enter 即签到：开考前为正常，开考后为迟到。其他状态各有一个按键，作用于当前显示的考生。考试结束后清点试卷；收回份数与签到人数一致时，由两人密封。</translation>
    </message>
    <message>
        <source>There is no sitting yet, so nobody is expected.</source>
        <translation>还没有考试场次，因此没有应到考生。</translation>
    </message>
    <message>
        <source>Go to the written round</source>
        <translation>去笔试页面</translation>
    </message>
    <message>
        <source>Arrange rooms and seats</source>
        <translation>安排考场和座位</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>考生</translation>
    </message>
    <message>
        <source>The seals were opened by {person} and {witness}.</source>
        <translation>密封已由 {person} 和 {witness} 拆开。</translation>
    </message>
    <message>
        <source>The papers were sealed by {person} and {witness}. Sign-in is closed.</source>
        <translation>试卷已由 {person} 和 {witness} 密封，签到已结束。</translation>
    </message>
    <message>
        <source>All papers are there. They can be sealed now.</source>
        <translation>试卷已收齐，可以密封。</translation>
    </message>
    <message>
        <source>Everybody is settled. Count the papers: {n} rooms are left.</source>
        <translation>考生状态已全部确定。请清点试卷：还有 {n} 个考场。</translation>
    </message>
    <message>
        <source>&amp;Count…</source>
        <translation>清点(&amp;C)…</translation>
    </message>
    <message>
        <source>{room}: {handed_in} papers, but {signed_in} people signed in. Find the difference.</source>
        <translation>{room}：收回 {handed_in} 份，签到 {signed_in} 人。请查明差异。</translation>
    </message>
    <message>
        <source>&amp;Count again…</source>
        <translation>重新清点(&amp;C)…</translation>
    </message>
    <message>
        <source>Open the seals…</source>
        <translation>拆封…</translation>
    </message>
    <message>
        <source>Lock the marks first.</source>
        <translation>请先锁定成绩。</translation>
    </message>
    <message>
        <source>Nothing is left to seal here.</source>
        <translation>没有可以密封的试卷。</translation>
    </message>
    <message>
        <source>Your role may not do this.</source>
        <translation>您的角色无权操作。</translation>
    </message>
    <message>
        <source>Only after the late limit has passed.</source>
        <translation>须在迟到时限过后。</translation>
    </message>
</context>
<context>
    <name>ExclusionsDialog</name>
    <message>
        <source>People not drawn from</source>
        <translation>不参与抽取的人员</translation>
    </message>
    <message>
        <source>Keep out</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>The list is frozen and published with the draw, so that everybody sees why.</source>
        <translation>此名单随抽取一同封存并公布，人人可查原因。</translation>
    </message>
    <message>
        <source>Staff &amp;numbers</source>
        <translation>工号(&amp;N)</translation>
    </message>
    <message>
        <source>One or more, separated by blanks or commas; paste a column.</source>
        <translation>一个或多个，用空格或逗号分隔，可粘贴一列。</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>原因(&amp;R)</translation>
    </message>
    <message>
        <source>Drawn in an earlier draw…</source>
        <translation>往届已抽中…</translation>
    </message>
    <message>
        <source>Find (Ctrl+F)</source>
        <translation>查找 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Take in again</source>
        <translation>恢复参与</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The rule keeps this person out: change the rule.</source>
        <translation>此人由规则排除，请修改规则。</translation>
    </message>
    <message>
        <source>Type at least one staff number.</source>
        <translation>请至少输入一个工号。</translation>
    </message>
    <message>
        <source>The file result.tsv of an earlier draw</source>
        <translation>往届抽取的 result.tsv 文件</translation>
    </message>
    <message>
        <source>Result of a draw (*.tsv)</source>
        <translation>抽取结果 (*.tsv)</translation>
    </message>
    <message>
        <source>drawn in an earlier competition</source>
        <translation>往届已抽中</translation>
    </message>
    <message>
        <source>{count} people were drawn there. Those who are on the roster will be kept out.</source>
        <translation>该次抽中 {count} 人，其中在花名册内的将不参与抽取。</translation>
    </message>
</context>
<context>
    <name>FileSource</name>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Encoding of the text</source>
        <translation>文本编码</translation>
    </message>
</context>
<context>
    <name>FinalEntry</name>
    <message>
        <source>have a mark</source>
        <translation>已有得分</translation>
    </message>
    <message>
        <source>to enter</source>
        <translation>待录入</translation>
    </message>
    <message>
        <source>to verify</source>
        <translation>待复核</translation>
    </message>
    <message>
        <source>need a look</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组别</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>评委</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>To enter</source>
        <translation>待录入</translation>
    </message>
    <message>
        <source>To verify</source>
        <translation>待复核</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>已复核</translation>
    </message>
    <message>
        <source>Find by code (Ctrl+F)</source>
        <translation>按编号查找 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Show &amp;names</source>
        <translation>显示姓名(&amp;N)</translation>
    </message>
    <message>
        <source>Judges and markers work with codes only; show names when you are alone.</source>
        <translation>评委和记分员只看编号；请仅在无旁人时显示姓名。</translation>
    </message>
    <message>
        <source>Bonus or deduction…</source>
        <translation>加分扣分…</translation>
    </message>
    <message>
        <source>Release…</source>
        <translation>退回评分…</translation>
    </message>
    <message>
        <source>Let a mark that the judge confirmed be changed again, with a reason</source>
        <translation>写明原因后，允许更改评委已确认的评分</translation>
    </message>
    <message>
        <source>Group {letter}</source>
        <translation>{letter} 组</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>全部组别</translation>
    </message>
    <message>
        <source>All judges</source>
        <translation>全部评委</translation>
    </message>
    <message>
        <source>Marks in / expected:  {counts}</source>
        <translation>已录入/应录入：  {counts}</translation>
    </message>
</context>
<context>
    <name>FinalGrid</name>
    <message>
        <source>Entrant code</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Judge's total</source>
        <translation>评委合计</translation>
    </message>
    <message>
        <source>Bonus −/+</source>
        <translation>加减分</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>最后得分</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Judge {n}</source>
        <translation>评委{n}</translation>
    </message>
    <message>
        <source>{name}, chief judge</source>
        <translation>{name}（裁判长）</translation>
    </message>
    <message>
        <source>Trimmed mean</source>
        <translation>去极值平均</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均分</translation>
    </message>
    <message>
        <source>Trimmed sum</source>
        <translation>去极值合计</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Typed a second time</source>
        <translation>已录第二遍</translation>
    </message>
    <message>
        <source>Does not mark this entrant</source>
        <translation>不评该选手</translation>
    </message>
    <message>
        <source>avoids</source>
        <translation>回避</translation>
    </message>
    <message>
        <source>The total {mark} is far from the other judges. Compare it with the paper.</source>
        <translation>合计 {mark} 与其他评委相差较大，请与评分表核对。</translation>
    </message>
    <message>
        <source>To enter</source>
        <translation>待录入</translation>
    </message>
    <message>
        <source>Being entered</source>
        <translation>录入中</translation>
    </message>
    <message>
        <source>Too few judges</source>
        <translation>评委不足</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>To verify</source>
        <translation>待复核</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>已复核</translation>
    </message>
    <message>
        <source>{name} comes from the entrant's unit and does not mark.</source>
        <translation>{name} 与选手同一单位，回避。</translation>
    </message>
    <message>
        <source>The judge did not mark and is left out of the count.</source>
        <translation>评委未打分，不计入人数。</translation>
    </message>
    <message>
        <source>{name} confirmed this mark; it is fixed.</source>
        <translation>{name}已确认该分数，不能再改动。</translation>
    </message>
    <message>
        <source>{mark} is far from the other judges. Compare it with the paper.</source>
        <translation>{mark} 与其他评委相差较大，请与评分表核对。</translation>
    </message>
    <message>
        <source>Dropped by the rule</source>
        <translation>按规则去掉</translation>
    </message>
    <message>
        <source>The judge confirmed this mark; it is fixed.</source>
        <translation>评委已确认该分数，不能再改动。</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>GridEntry</name>
    <message>
        <source>Needs a look</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>撤销 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Y)</source>
        <translation>重做 (Ctrl+Y)</translation>
    </message>
</context>
<context>
    <name>GroupDrawDialog</name>
    <message>
        <source>Draw groups and order</source>
        <translation>抽签分组与顺序</translation>
    </message>
    <message>
        <source>Freeze the list</source>
        <translation>封存名单</translation>
    </message>
    <message>
        <source>Run the draw</source>
        <translation>开始抽签</translation>
    </message>
    <message>
        <source>Declare the draw void</source>
        <translation>宣布抽签作废</translation>
    </message>
    <message>
        <source>The elites are drawn into {n} groups, people of one unit apart as far as possible, and into an order of appearance. First the list is frozen: nobody can be added or taken off any more. Then the freeze codes are read out and dice are thrown.</source>
        <translation>将选手抽签分为 {n} 组（同单位选手尽量分开），并抽定出场顺序。首先封存名单，此后不能再增减选手；然后宣读封存码并掷骰子。</translation>
    </message>
    <message>
        <source>Read the freeze codes out, then throw the dice.</source>
        <translation>请先宣读封存码，再掷骰子。</translation>
    </message>
    <message>
        <source>Code of the groups</source>
        <translation>分组封存码</translation>
    </message>
    <message>
        <source>Code of the order</source>
        <translation>顺序封存码</translation>
    </message>
    <message>
        <source>Two people have typed the dice: {digits}. The draw can be run.</source>
        <translation>两人已输入骰子数字：{digits}。可以开始抽签。</translation>
    </message>
    <message>
        <source>20 to 40 digits, in the order thrown; blanks do not matter.</source>
        <translation>20 至 40 位数字，按掷出的顺序输入，空格不影响。</translation>
    </message>
    <message>
        <source>&amp;Dice</source>
        <translation>骰子数字(&amp;D)</translation>
    </message>
    <message>
        <source>Typed &amp;by</source>
        <translation>输入人(&amp;B)</translation>
    </message>
    <message>
        <source>Dice &amp;again</source>
        <translation>再次输入(&amp;A)</translation>
    </message>
    <message>
        <source>Another person reads and types them anew.</source>
        <translation>由另一人重新读数并输入。</translation>
    </message>
    <message>
        <source>Typed b&amp;y</source>
        <translation>输入人(&amp;Y)</translation>
    </message>
    <message>
        <source>typed by {name}</source>
        <translation>已由{name}输入</translation>
    </message>
    <message>
        <source>Groups and order were drawn already. They can be drawn anew only after this draw is declared void; groups, order and codes are dropped then, and the void draw stays listed with its reason.</source>
        <translation>分组和顺序已经抽定。只有宣布本次抽签作废后才能重抽；作废时将清除分组、顺序和编号，作废的抽签及其原因仍会保留。</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>原因(&amp;R)</translation>
    </message>
    <message>
        <source>Two people type the dice: write both names.</source>
        <translation>骰子数字须由两人输入，请写明两人姓名。</translation>
    </message>
    <message>
        <source>Drawing groups and order</source>
        <translation>正在抽签分组</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Keys of this page</source>
        <translation>本页快捷键</translation>
    </message>
    <message>
        <source>Keys that work everywhere</source>
        <translation>通用快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>the pages, in the order of the navigation</source>
        <translation>按导航顺序切换页面</translation>
    </message>
    <message>
        <source>search on this page</source>
        <translation>在本页查找</translation>
    </message>
    <message>
        <source>read everything anew</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>full screen and back</source>
        <translation>进入或退出全屏</translation>
    </message>
    <message>
        <source>lock the desk; everything typed stays</source>
        <translation>锁定；已输入的内容保留</translation>
    </message>
    <message>
        <source>new competition, open a competition</source>
        <translation>新建赛事、打开赛事</translation>
    </message>
    <message>
        <source>close a dialog without doing anything</source>
        <translation>关闭对话框，不做任何操作</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>How the marks spread</source>
        <translation>分数分布</translation>
    </message>
    <message>
        <source>mark (each column: from its left bound on)</source>
        <translation>分数（每柱含左端、不含右端）</translation>
    </message>
    <message>
        <source>average {mark}</source>
        <translation>平均 {mark}</translation>
    </message>
</context>
<context>
    <name>ItemCard</name>
    <message>
        <source>The points are rules of the competition; the ledger adds them up. It counts where the team total takes it.</source>
        <translation>分值见赛事规则，由记分表累计；计入团体总分的方式见团体总分设置。</translation>
    </message>
    <message>
        <source>{part} · full mark {full} · weight {weight}</source>
        <translation>{part} · 满分 {full} · 权重 {weight}</translation>
    </message>
    <message>
        <source>Change the item…</source>
        <translation>修改项目…</translation>
    </message>
    <message>
        <source>Enter marks</source>
        <translation>录入分数</translation>
    </message>
    <message>
        <source>Go to the quiz</source>
        <translation>前往知识竞答</translation>
    </message>
    <message>
        <source>typed one by one</source>
        <translation>逐项录入</translation>
    </message>
    <message>
        <source>on the mark sheet; the total is typed</source>
        <translation>列于评分表，录入总分</translation>
    </message>
    <message>
        <source>Criteria ({way})</source>
        <translation>评分项（{way}）</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>评委组</translation>
    </message>
    <message>
        <source>Change the panel…</source>
        <translation>调整评委组…</translation>
    </message>
    <message>
        <source>Put judges on the panel…</source>
        <translation>设定评委组…</translation>
    </message>
    <message>
        <source>Nobody judges this item yet.</source>
        <translation>这个项目还没有评委。</translation>
    </message>
    <message>
        <source>Group {letter}</source>
        <translation>{letter} 组</translation>
    </message>
    <message>
        <source>Other groups</source>
        <translation>其他组别</translation>
    </message>
    <message>
        <source>chief judge</source>
        <translation>裁判长</translation>
    </message>
    <message>
        <source>Avoidance: judges are left out for {n} entrants of their own unit.</source>
        <translation>回避：有 {n} 名本单位选手不由相应评委打分。</translation>
    </message>
    <message>
        <source>The office lets them mark in {n} cases.</source>
        <translation>其中 {n} 例经办公室允许打分。</translation>
    </message>
    <message>
        <source>Look at them…</source>
        <translation>查看…</translation>
    </message>
</context>
<context>
    <name>ItemDialog</name>
    <message>
        <source>Change “{item}”</source>
        <translation>修改“{item}”</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>written part</source>
        <translation>笔试部分</translation>
    </message>
    <message>
        <source>on site</source>
        <translation>现场</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Full mark</source>
        <translation>满分</translation>
    </message>
    <message>
        <source>&amp;Part</source>
        <translation>部分(&amp;P)</translation>
    </message>
    <message>
        <source>The weight counts against the other items of the same part.</source>
        <translation>权重与同一部分的其他项目相比。</translation>
    </message>
    <message>
        <source>type the judges' marks criterion by criterion</source>
        <translation>按评分项逐项录入评委分数</translation>
    </message>
    <message>
        <source>&amp;Criteria</source>
        <translation>评分项(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Drop</source>
        <translation>去分(&amp;D)</translation>
    </message>
    <message>
        <source>highest</source>
        <translation>个最高</translation>
    </message>
    <message>
        <source>lowest</source>
        <translation>个最低</translation>
    </message>
    <message>
        <source>marks or more</source>
        <translation>个分数起</translation>
    </message>
    <message>
        <source>{n} places</source>
        <translation>{n} 位小数</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>不舍入</translation>
    </message>
    <message>
        <source>&amp;Mark</source>
        <translation>得分(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;At least</source>
        <translation>至少(&amp;A)</translation>
    </message>
    <message>
        <source>judges</source>
        <translation>名评委</translation>
    </message>
    <message>
        <source>coefficient</source>
        <translation>系数</translation>
    </message>
    <message>
        <source>With fewer marks the entrant is incomplete and gets no mark.</source>
        <translation>分数不足时选手不完整，没有得分。</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>时限(&amp;T)</translation>
    </message>
    <message>
        <source>limit, then</source>
        <translation>（分:秒），超时扣</translation>
    </message>
    <message>
        <source>points for every begun</source>
        <translation>分，每超</translation>
    </message>
    <message>
        <source>seconds over it</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>points for overtime</source>
        <translation>分（超时）</translation>
    </message>
    <message>
        <source>At mo&amp;st</source>
        <translation>最多扣(&amp;S)</translation>
    </message>
    <message>
        <source>Empty: no limit of time, no bound. Times are typed on the page of the final marks.</source>
        <translation>留空：不限时，扣分不封顶。用时在“决赛评分”页录入。</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Points for overtime</source>
        <translation>超时扣分</translation>
    </message>
    <message>
        <source>Step of overtime in seconds</source>
        <translation>超时计扣步长（秒）</translation>
    </message>
    <message>
        <source>Most points for overtime</source>
        <translation>超时最多扣分</translation>
    </message>
    <message>
        <source>Highest marks dropped</source>
        <translation>去掉最高分个数</translation>
    </message>
    <message>
        <source>Lowest marks dropped</source>
        <translation>去掉最低分个数</translation>
    </message>
    <message>
        <source>Drop from this many judges on</source>
        <translation>满多少名评委才去分</translation>
    </message>
    <message>
        <source>Fewest judges for a mark</source>
        <translation>最少评委数</translation>
    </message>
    <message>
        <source>Coefficient</source>
        <translation>系数</translation>
    </message>
    <message>
        <source>The remaining marks are</source>
        <translation>其余分数</translation>
    </message>
    <message>
        <source>Places of a panel mark</source>
        <translation>评委分小数位</translation>
    </message>
    <message>
        <source>Type a number into “{field}”.</source>
        <translation>请在“{field}”中输入数字。</translation>
    </message>
</context>
<context>
    <name>ItemTable</name>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Full mark</source>
        <translation>满分</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Against the other items of the same part</source>
        <translation>与同一部分的其他项目相比</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>written part</source>
        <translation>笔试部分</translation>
    </message>
    <message>
        <source>on site</source>
        <translation>现场</translation>
    </message>
    <message>
        <source>from {n} marks on {high} highest and {low} lowest dropped</source>
        <translation>满 {n} 个分数时去掉 {high} 个最高、{low} 个最低</translation>
    </message>
    <message>
        <source>no mark is dropped</source>
        <translation>不去分</translation>
    </message>
    <message>
        <source>coefficient {n}</source>
        <translation>系数 {n}</translation>
    </message>
    <message>
        <source>{n} places</source>
        <translation>{n} 位小数</translation>
    </message>
    <message>
        <source>at least {n} judges</source>
        <translation>至少 {n} 名评委</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>在用</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>from outside</source>
        <translation>外聘</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>评委</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>评委组数</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>回避</translation>
    </message>
    <message>
        <source>Entrant</source>
        <translation>选手</translation>
    </message>
    <message>
        <source>May mark because</source>
        <translation>允许打分的理由</translation>
    </message>
    <message>
        <source>May mark</source>
        <translation>允许打分</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>No judges yet</source>
        <translation>尚无评委</translation>
    </message>
    <message>
        <source>{n} judges</source>
        <translation>{n} 名评委</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Limit {limit}; {points} points for every begun {step} seconds over it.</source>
        <translation>时限 {limit}；每超时 {step} 秒（不足亦按此计）扣 {points} 分。</translation>
    </message>
    <message>
        <source>At most {most} points.</source>
        <translation>最多扣 {most} 分。</translation>
    </message>
</context>
<context>
    <name>ItemsPage</name>
    <message>
        <source>Add judge…</source>
        <translation>添加评委…</translation>
    </message>
    <message>
        <source>Add item</source>
        <translation>添加项目</translation>
    </message>
    <message>
        <source>Items and panels</source>
        <translation>项目与评委组</translation>
    </message>
    <message>
        <source>Judges</source>
        <translation>评委</translation>
    </message>
    <message>
        <source>Items and judges</source>
        <translation>竞赛项目与评委</translation>
    </message>
    <message>
        <source>What is held in the final, and who judges</source>
        <translation>决赛比什么、由谁评</translation>
    </message>
    <message>
        <source>Enter change   Alt+Up and Alt+Down move the item</source>
        <translation>Enter 修改   Alt+↑、Alt+↓ 移动项目</translation>
    </message>
    <message>
        <source>Start from a template; its criteria and full marks can be changed until the first mark stands. Weights count against the other items of the same part. Put the judges on the panel of each item, for all groups or for one. A judge of the entrant's own unit does not mark, unless the office allows it with a reason.</source>
        <translation>从模板开始；在录入第一个分数之前，评分项和满分都可以修改。权重与同一部分的其他项目相比。为每个项目设定评委组，可适用于全部组别或单个组别。与选手同单位的评委回避，除非办公室注明理由后允许。</translation>
    </message>
    <message>
        <source>An item of your own…</source>
        <translation>自定义项目…</translation>
    </message>
    <message>
        <source>The final has no items yet. Start with a written exam, a scenario simulation and a business operation; everything can be changed.</source>
        <translation>决赛还没有项目。可先采用笔试、情景模拟和业务操作三项，之后都能修改。</translation>
    </message>
    <message>
        <source>Set up the usual final</source>
        <translation>采用常用项目</translation>
    </message>
    <message>
        <source>Start with an item of your own…</source>
        <translation>从自定义项目开始…</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Add the first &amp;judge…</source>
        <translation>添加第一名评委(&amp;J)…</translation>
    </message>
    <message>
        <source>There are no judges yet; nobody can mark.</source>
        <translation>还没有评委，无法评分。</translation>
    </message>
    <message>
        <source>“{item}” has {n} judges; its rule asks for at least {least}.</source>
        <translation>“{item}”有 {n} 名评委，规则要求至少 {least} 名。</translation>
    </message>
    <message>
        <source>Put judges on the &amp;panel…</source>
        <translation>设定评委组(&amp;P)…</translation>
    </message>
    <message>
        <source>Only the office may do this.</source>
        <translation>只有竞赛办公室可以操作。</translation>
    </message>
    <message>
        <source>Remove “{item}” with its criteria and panel?</source>
        <translation>移除“{item}”及其评分项和评委组？</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>JournalPage</name>
    <message>
        <source>Check the chain</source>
        <translation>校验日志链</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>操作日志</translation>
    </message>
    <message>
        <source>No entry fits these filters.</source>
        <translation>没有符合条件的记录。</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Every change, with who made it and when. Entries cannot be changed or taken away.</source>
        <translation>每一次改动：谁、何时、做了什么。记录不可修改或删除。</translation>
    </message>
    <message>
        <source>Ctrl+F search   Ctrl+C copy the row</source>
        <translation>Ctrl+F 查找   Ctrl+C 复制本行</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>All topics</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>全部人员</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>全部时间</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Search subject and details (Ctrl+F)</source>
        <translation>查找对象与详情 (Ctrl+F)</translation>
    </message>
    <message>
        <source>{count} entries</source>
        <translation>共 {count} 条</translation>
    </message>
    <message>
        <source>the newest {count} entries</source>
        <translation>最新 {count} 条</translation>
    </message>
    <message>
        <source>Choose an entry to see it in full.</source>
        <translation>选择一条记录查看全部内容。</translation>
    </message>
    <message>
        <source>The chain holds: {count} entries, head {head}…</source>
        <translation>日志链完好：共 {count} 条，末端哈希 {head}…</translation>
    </message>
    <message>
        <source>The chain is broken at entry {number}: the file was changed outside the program. Go on with the newest good backup.</source>
        <translation>日志链在第 {number} 条断开：文件在程序之外被改动。请改用最近的完好备份。</translation>
    </message>
    <message>
        <source>Export the journal</source>
        <translation>导出操作日志</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx);;Text table (*.csv)</source>
        <translation>工作簿 (*.xlsx);;文本表格 (*.csv)</translation>
    </message>
    <message>
        <source>Writing the journal</source>
        <translation>正在写出操作日志</translation>
    </message>
</context>
<context>
    <name>JudgeDialog</name>
    <message>
        <source>Add a judge</source>
        <translation>添加评委</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Change a judge</source>
        <translation>修改评委</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>&amp;Name of the judge</source>
        <translation>姓名(&amp;N)</translation>
    </message>
    <message>
        <source>from outside</source>
        <translation>外聘</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>单位(&amp;U)</translation>
    </message>
    <message>
        <source>A judge does not mark entrants of the own unit.</source>
        <translation>评委不为本单位选手打分。</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>职务(&amp;T)</translation>
    </message>
    <message>
        <source>May stay empty.</source>
        <translation>可以留空。</translation>
    </message>
    <message>
        <source>may &amp;be put on panels</source>
        <translation>可以进入评委组(&amp;B)</translation>
    </message>
</context>
<context>
    <name>JudgePage</name>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Judging</source>
        <translation>评委评分</translation>
    </message>
    <message>
        <source>Your own marks, entrant by entrant</source>
        <translation>逐位选手录入您本人的评分</translation>
    </message>
    <message>
        <source>Enter next field, then confirm   Up and Down in the list choose the entrant</source>
        <translation>回车：下一栏，最后确认   列表中用上下键选择选手</translation>
    </message>
    <message>
        <source>You see the code of the entrant and nothing else. Type your marks, press Enter to go on, and confirm. A confirmed mark is saved at once and fixed; if it is wrong, ask the office to release it. Entrants of your own unit are left out.</source>
        <translation>页面只显示选手编码。请输入评分，按回车继续，最后确认。确认后立即保存且不能再改动；如有错误，请竞赛办公室退回。本单位的选手自动回避。</translation>
    </message>
    <message>
        <source>This page is for judges who sign in with an account of their own. The office makes it under Settings and links it to the judge.</source>
        <translation>本页供评委用自己的账号登录后使用。账号由竞赛办公室在“设置”中建立并关联到评委。</translation>
    </message>
    <message>
        <source>You are not on the panel of any item yet. The office puts judges on panels.</source>
        <translation>您还不在任何项目的评委组中，请联系竞赛办公室安排。</translation>
    </message>
    <message>
        <source>Nobody is to be marked yet. Entrants appear here once they are nominated.</source>
        <translation>还没有需要评分的选手。录入推荐选手后会显示在这里。</translation>
    </message>
    <message>
        <source>Entrants</source>
        <translation>选手</translation>
    </message>
    <message>
        <source>{done} of {total} confirmed</source>
        <translation>已确认 {done} / {total}</translation>
    </message>
    <message>
        <source>You give {code} {mark} points. Once confirmed, only the office can release the mark.</source>
        <translation>您给 {code} 评 {mark} 分。确认后只有竞赛办公室可以退回。</translation>
    </message>
    <message>
        <source>Confirm {mark}</source>
        <translation>确认 {mark} 分</translation>
    </message>
    <message>
        <source>{code} is confirmed and saved.</source>
        <translation>{code} 已确认并保存。</translation>
    </message>
</context>
<context>
    <name>JudgeSheet</name>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Confirm the mark (Enter)</source>
        <translation>确认评分（回车）</translation>
    </message>
    <message>
        <source>Group {letter}</source>
        <translation>{letter} 组</translation>
    </message>
    <message>
        <source>no. {n}</source>
        <translation>第 {n} 位</translation>
    </message>
    <message>
        <source>This field is still empty. 0 is a mark, empty is not.</source>
        <translation>这一栏还没有填写。0 是分数，空白不是。</translation>
    </message>
    <message>
        <source>This entrant comes from your own unit: you do not mark (avoidance).</source>
        <translation>该选手来自您所在的单位，请回避，无需评分。</translation>
    </message>
    <message>
        <source>Confirmed and fixed. The office can release it with a reason.</source>
        <translation>已确认，不能再改动。如需更改，请竞赛办公室写明原因后退回。</translation>
    </message>
    <message>
        <source>This item is locked.</source>
        <translation>该项目已锁定。</translation>
    </message>
    <message>
        <source>The recorder noted you as absent here. Your confirmed mark replaces that.</source>
        <translation>记分员在此登记您未评分；您确认评分后将取代该登记。</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Take {mark}</source>
        <translation>改为 {mark}</translation>
    </message>
</context>
<context>
    <name>JudgeTable</name>
    <message>
        <source>Confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Own unit: avoided</source>
        <translation>本单位，回避</translation>
    </message>
    <message>
        <source>To mark</source>
        <translation>待评分</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Entrant code</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>JudgesView</name>
    <message>
        <source>There are no judges yet. Enter them with their unit, so that nobody marks the own colleagues.</source>
        <translation>还没有评委。录入时请写明单位，以便对本单位选手回避。</translation>
    </message>
    <message>
        <source>Add the first judge…</source>
        <translation>添加第一名评委…</translation>
    </message>
    <message>
        <source>Find by name or unit (Ctrl+F)</source>
        <translation>按姓名或单位查找 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Judges</source>
        <translation>评委</translation>
    </message>
    <message>
        <source>Remove the judge {name}?</source>
        <translation>移除评委 {name}？</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>JudgingAdvice</name>
    <message>
        <source>marks 0–{full}</source>
        <translation>评分 0–{full}</translation>
    </message>
    <message>
        <source>{n} judges</source>
        <translation>{n} 名评委</translation>
    </message>
    <message>
        <source>from {n} marks on {high} highest and {low} lowest dropped</source>
        <translation>满 {n} 个分数时去掉 {high} 个最高、{low} 个最低</translation>
    </message>
    <message>
        <source>Second entry: type from the judges' papers. What the first person typed is not shown.</source>
        <translation>第二遍录入：请对照评委的评分表录入，不显示第一遍的分数。</translation>
    </message>
    <message>
        <source>Show &amp;differences…</source>
        <translation>查看差异(&amp;D)…</translation>
    </message>
    <message>
        <source>“{item}” was locked by {person} and {witness}.</source>
        <translation>“{item}”已由{person}和{witness}锁定。</translation>
    </message>
    <message>
        <source>&amp;Put judges on the panel</source>
        <translation>设定评委组(&amp;P)</translation>
    </message>
    <message>
        <source>This item has no judges yet, so nothing can be marked.</source>
        <translation>这个项目还没有评委，无法评分。</translation>
    </message>
    <message>
        <source>Give the &amp;codes</source>
        <translation>去编号(&amp;C)</translation>
    </message>
    <message>
        <source>{n} entrants have no code yet. Judges and markers work with codes.</source>
        <translation>还有 {n} 名选手没有编号，评委和记分员只看编号。</translation>
    </message>
    <message>
        <source>This item is marked per criterion: choose a judge above to type that judge's sheet.</source>
        <translation>本项目按评分项打分：请在上方选择评委，逐张录入其评分表。</translation>
    </message>
    <message>
        <source>A mark of {code} is far from those of the other judges.</source>
        <translation>{code} 有一个分数与其他评委相差较大。</translation>
    </message>
    <message>
        <source>&amp;Go to the mark</source>
        <translation>定位到该分数(&amp;G)</translation>
    </message>
    <message>
        <source>No time is written down for {n} entrants; nothing is deducted from them.</source>
        <translation>有 {n} 名选手没有记录用时，不会扣超时分。</translation>
    </message>
    <message>
        <source>Write the &amp;times down…</source>
        <translation>记录用时(&amp;T)…</translation>
    </message>
    <message>
        <source>Every mark shown is verified. Two people can lock the item.</source>
        <translation>所显示的分数都已复核，可由两人锁定项目。</translation>
    </message>
    <message>
        <source>&amp;Lock the item…</source>
        <translation>锁定项目(&amp;L)…</translation>
    </message>
    <message>
        <source>Every mark is in. Somebody other than the recorder compares them with the paper.</source>
        <translation>分数已录全，请由记分员以外的人与评分表核对。</translation>
    </message>
    <message>
        <source>&amp;Verify…</source>
        <translation>复核(&amp;V)…</translation>
    </message>
</context>
<context>
    <name>JudgingCommands</name>
    <message>
        <source>No judge confirmed a mark of this entrant. Choose another one.</source>
        <translation>没有评委确认过该选手的评分，请选择其他选手。</translation>
    </message>
    <message>
        <source>No entrant in the rows shown waits for verification.</source>
        <translation>所显示的选手中没有待复核的。</translation>
    </message>
    <message>
        <source>You entered these marks yourself. Another person compares them with the paper.</source>
        <translation>这些分数由您本人录入，须由另一人与评分表核对。</translation>
    </message>
    <message>
        <source>You confirm that the sheets of {n} entrants were compared with the marks entered here.</source>
        <translation>您确认已将 {n} 名选手的评分表与此处录入的分数逐一核对。</translation>
    </message>
    <message>
        <source>{own} entrants with marks of your own are left for somebody else.</source>
        <translation>其中 {own} 名选手的分数由您录入，留给他人复核。</translation>
    </message>
    <message>
        <source>Verify {n} entrants</source>
        <translation>复核 {n} 名选手</translation>
    </message>
    <message>
        <source>{n} entrants verified.</source>
        <translation>已复核 {n} 名选手。</translation>
    </message>
    <message>
        <source>Locking closes the marks of “{item}”. A second person confirms with name and password.</source>
        <translation>锁定后“{item}”的分数不能再改。请另一人以姓名和密码确认。</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
</context>
<context>
    <name>JudgingPage</name>
    <message>
        <source>Second entry</source>
        <translation>二次录入</translation>
    </message>
    <message>
        <source>Another person types the same papers into an empty grid</source>
        <translation>由另一人将同一批评分表录入空白表格</translation>
    </message>
    <message>
        <source>Differences…</source>
        <translation>查看不一致…</translation>
    </message>
    <message>
        <source>Times…</source>
        <translation>用时…</translation>
    </message>
    <message>
        <source>How long each entrant took; the deduction follows from the rule</source>
        <translation>录入每位选手的用时，按规则自动扣分</translation>
    </message>
    <message>
        <source>Verify…</source>
        <translation>复核…</translation>
    </message>
    <message>
        <source>Lock the item…</source>
        <translation>锁定项目…</translation>
    </message>
    <message>
        <source>Final marks</source>
        <translation>决赛评分</translation>
    </message>
    <message>
        <source>The judges' marks of the elite final</source>
        <translation>精英决赛的评委打分</translation>
    </message>
    <message>
        <source>Enter next entrant   Tab next judge   / judge absent   + next open   Ctrl+Z undo</source>
        <translation>Enter 下一位   Tab 下一评委   / 评委缺席   + 下一空格   Ctrl+Z 撤销</translation>
    </message>
    <message>
        <source>Choose the item and the group, then type each judge's mark and press Enter: it is saved at once. / means that the judge did not mark; an empty cell is missing, not zero, and gives no mark. Marks far from the other judges are amber until somebody says that they are right. Judges of the entrant's unit are left out. Another person verifies; two people lock the item.</source>
        <translation>先选项目和组别，再逐个输入评委分数并按 Enter，分数即时保存。/ 表示评委未打分；空格表示未录入而不是零分，未录全就没有得分。与其他评委相差较大的分数显示为黄色，须有人确认无误。与选手同单位的评委回避。分数由另一人复核，项目由两人锁定。</translation>
    </message>
    <message>
        <source>Nobody is nominated for the final yet. Take in the nominations and give the codes first.</source>
        <translation>还没有推荐决赛选手。请先录入推荐名单并编号。</translation>
    </message>
    <message>
        <source>Go to the finalists</source>
        <translation>前往推荐选手</translation>
    </message>
    <message>
        <source>Look at the items</source>
        <translation>查看竞赛项目</translation>
    </message>
    <message>
        <source>The final has no items to mark yet. Choose what is held and who judges.</source>
        <translation>决赛还没有可评分的项目。请先设定项目和评委。</translation>
    </message>
    <message>
        <source>Go to items and judges</source>
        <translation>前往项目与评委</translation>
    </message>
    <message>
        <source>Look at the finalists</source>
        <translation>查看推荐选手</translation>
    </message>
    <message>
        <source>Your role may not do this.</source>
        <translation>您的角色无权操作。</translation>
    </message>
    <message>
        <source>Open again…</source>
        <translation>重新开放…</translation>
    </message>
    <message>
        <source>The item is locked.</source>
        <translation>项目已锁定。</translation>
    </message>
    <message>
        <source>Some marks in the grid are not saved. Correct or empty these cells first.</source>
        <translation>表格中有分数尚未保存，请先改正或清空这些格子。</translation>
    </message>
</context>
<context>
    <name>LeaderWindow</name>
    <message>
        <source>Ceremony: what the hall sees</source>
        <translation>抽取仪式 · 现场画面</translation>
    </message>
    <message>
        <source>The hall sees</source>
        <translation>现场正在显示</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Back (PageUp)</source>
        <translation>上一步 (PageUp)</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动播放</translation>
    </message>
    <message>
        <source>Black (B)</source>
        <translation>黑屏 (B)</translation>
    </message>
    <message>
        <source>Swap screen (S)</source>
        <translation>换屏幕 (S)</translation>
    </message>
    <message>
        <source>End (Esc)</source>
        <translation>结束 (Esc)</translation>
    </message>
    <message>
        <source>Next step (Space)</source>
        <translation>下一步（空格）</translation>
    </message>
    <message>
        <source>Step {number} of {total}</source>
        <translation>第 {number} 步，共 {total} 步</translation>
    </message>
</context>
<context>
    <name>LockDialog</name>
    <message>
        <source>The desk is locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Everything typed is still here.</source>
        <translation>已输入的内容都还在。</translation>
    </message>
    <message>
        <source>Password of {name}</source>
        <translation>{name} 的密码</translation>
    </message>
    <message>
        <source>Another person…</source>
        <translation>换人登录…</translation>
    </message>
</context>
<context>
    <name>MarkDifferences</name>
    <message>
        <source>Entrant code</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>评委</translation>
    </message>
    <message>
        <source>First</source>
        <translation>第一遍</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>第二遍</translation>
    </message>
    <message>
        <source>Probably</source>
        <translation>可能原因</translation>
    </message>
    <message>
        <source>Typed by</source>
        <translation>录入人</translation>
    </message>
</context>
<context>
    <name>MarkDifferencesDialog</name>
    <message>
        <source>Differences of the two entries</source>
        <translation>两遍录入的不一致</translation>
    </message>
    <message>
        <source>Somebody who typed neither of the two takes the judge's paper and types what stands there.</source>
        <translation>由两遍均未录入的第三人对照评委的纸质评分表，录入表上的分数。</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>On the &amp;paper</source>
        <translation>纸面分数(&amp;P)</translation>
    </message>
    <message>
        <source>Settle (Enter)</source>
        <translation>裁定（回车）</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>What was typed twice agrees. Nothing is left to settle.</source>
        <translation>录入两遍的分数全部一致，没有需要裁定的。</translation>
    </message>
    <message>
        <source>First: {mark}</source>
        <translation>第一遍：{mark}</translation>
    </message>
    <message>
        <source>Second: {mark}</source>
        <translation>第二遍：{mark}</translation>
    </message>
    <message>
        <source>One entry says that the judge was absent. Choose which of the two the paper bears out.</source>
        <translation>一次录入为评委缺席。请选择与纸质评分表一致的一次。</translation>
    </message>
    <message>
        <source>You typed one of the two entries. A third person settles it from the paper.</source>
        <translation>其中一遍由您录入，须由第三人对照评分表裁定。</translation>
    </message>
    <message>
        <source>Type the mark on the paper, or / where the judge is absent.</source>
        <translation>请输入纸面上的分数；评委未评分请输入 /。</translation>
    </message>
</context>
<context>
    <name>MarkEntry</name>
    <message>
        <source>entered</source>
        <translation>已录入</translation>
    </message>
    <message>
        <source>to enter</source>
        <translation>待录入</translation>
    </message>
    <message>
        <source>to verify</source>
        <translation>待复核</translation>
    </message>
    <message>
        <source>need a look</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>Sitting</source>
        <translation>考试场次</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>To enter</source>
        <translation>待录入</translation>
    </message>
    <message>
        <source>To verify</source>
        <translation>待复核</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>已复核</translation>
    </message>
    <message>
        <source>Absent and excused</source>
        <translation>缺考与请假</translation>
    </message>
    <message>
        <source>Ticket, name or pinyin initials (Ctrl+F)</source>
        <translation>按考号、姓名、拼音首字母查找 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Change the sitting…</source>
        <translation>修改场次…</translation>
    </message>
    <message>
        <source>New sitting…</source>
        <translation>新建场次…</translation>
    </message>
    <message>
        <source>State…</source>
        <translation>参考状态…</translation>
    </message>
    <message>
        <source>Enter by the number on the paper</source>
        <translation>按试卷号码录入</translation>
    </message>
    <message>
        <source>Objective answers…</source>
        <translation>客观题评分…</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>全部单位</translation>
    </message>
    <message>
        <source>Find by number (Ctrl+F)</source>
        <translation>按号码查找 (Ctrl+F)</translation>
    </message>
</context>
<context>
    <name>MarkGrid</name>
    <message>
        <source>Marks</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>While you typed {mine}, somebody else entered {theirs}. Look at the paper and choose.</source>
        <translation>您录入 {mine} 时，他人已录入 {theirs}。请查看试卷后选择。</translation>
    </message>
    <message>
        <source>These marks are locked and cannot be changed here.</source>
        <translation>这些分数已锁定，此处不能更改。</translation>
    </message>
    <message>
        <source>Nothing can be typed here. Marks go into: {columns}</source>
        <translation>这里不能输入。分数请填在：{columns}</translation>
    </message>
    <message>
        <source>this mark cannot be changed here.</source>
        <translation>此处的分数不能更改。</translation>
    </message>
    <message>
        <source>Nothing to undo.</source>
        <translation>没有可以撤销的操作。</translation>
    </message>
    <message>
        <source>Nothing to redo.</source>
        <translation>没有可以重做的操作。</translation>
    </message>
    <message>
        <source>The row is hidden by the filter. Show all rows first.</source>
        <translation>该行被筛选隐藏，请先显示全部行。</translation>
    </message>
    <message>
        <source>The mark was changed since then, so it was left as it is.</source>
        <translation>该成绩此后又被修改，因此未作撤销。</translation>
    </message>
    <message>
        <source>Save &amp;mine ({text})</source>
        <translation>保存我的 {text}(&amp;M)</translation>
    </message>
    <message>
        <source>Keep the&amp;irs ({text})</source>
        <translation>保留对方的 {text}(&amp;I)</translation>
    </message>
    <message>
        <source>T&amp;ry again</source>
        <translation>再试一次(&amp;R)</translation>
    </message>
    <message>
        <source>Keep what &amp;stands</source>
        <translation>保留现有内容(&amp;S)</translation>
    </message>
    <message>
        <source>Ch&amp;ange to {text}</source>
        <translation>改为 {text}(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Go to the cell</source>
        <translation>定位到该格(&amp;G)</translation>
    </message>
    <message>
        <source>{cell}: {message}</source>
        <translation>{cell}：{message}</translation>
    </message>
    <message>
        <source>The mark is &amp;right</source>
        <translation>核对无误(&amp;R)</translation>
    </message>
</context>
<context>
    <name>MarkGridTable</name>
    <message>
        <source>No mark is missing in the rows shown.</source>
        <translation>当前显示的行都已录入。</translation>
    </message>
    <message>
        <source>The block of {rows} × {columns} does not fit here. Nothing was pasted.</source>
        <translation>要粘贴的 {rows} 行 × {columns} 列放不下，未粘贴任何内容。</translation>
    </message>
    <message>
        <source>{n} of {total} cells were left as they are: they cannot be typed into here.</source>
        <translation>{total} 个单元格中有 {n} 个保持原样：那里不能输入。</translation>
    </message>
</context>
<context>
    <name>MarkGridView</name>
    <message>
        <source>Every mark is saved as soon as it is typed.</source>
        <translation>每个成绩输入后即已自动保存。</translation>
    </message>
</context>
<context>
    <name>MarksImportDialog</name>
    <message>
        <source>Import marks from {name}</source>
        <translation>从 {name} 导入成绩</translation>
    </message>
    <message>
        <source>Into {sitting}. Candidates are found by ticket or staff number.</source>
        <translation>导入到“{sitting}”，按准考证号或工号对应考生。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Ticket no.</source>
        <translation>准考证号</translation>
    </message>
    <message>
        <source>Into {sitting}. Papers are found by their sealed number only.</source>
        <translation>导入到 {sitting}。试卷只按密封号查找。</translation>
    </message>
    <message>
        <source>The first entry: marks read from the papers</source>
        <translation>初录：照试卷登录的成绩</translation>
    </message>
    <message>
        <source>The second entry: the same papers, read again by another person</source>
        <translation>复录：由另一人照同一批试卷重新登录</translation>
    </message>
    <message>
        <source>This file is</source>
        <translation>本文件是</translation>
    </message>
    <message>
        <source>Sealed no.</source>
        <translation>密封号</translation>
    </message>
    <message>
        <source>Stands there</source>
        <translation>现有</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>文件中</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>&amp;Replace marks that were entered already</source>
        <translation>覆盖已录入的成绩(&amp;R)</translation>
    </message>
    <message>
        <source>Replaces</source>
        <translation>覆盖</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>正在读取文件…</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>正在读取文件</translation>
    </message>
    <message>
        <source>{n} rows</source>
        <translation>{n} 行</translation>
    </message>
    <message>
        <source>{n} errors</source>
        <translation>{n} 处错误</translation>
    </message>
    <message>
        <source>{n} notices</source>
        <translation>{n} 处提示</translation>
    </message>
    <message>
        <source>{n} new</source>
        <translation>新增 {n}</translation>
    </message>
    <message>
        <source>{n} would be replaced</source>
        <translation>将覆盖 {n}</translation>
    </message>
    <message>
        <source>{n} as before</source>
        <translation>不变 {n}</translation>
    </message>
    <message>
        <source>{n} candidates not in the file</source>
        <translation>文件中缺 {n} 名考生</translation>
    </message>
    <message>
        <source>Preview ({n})</source>
        <translation>预览（{n}）</translation>
    </message>
    <message>
        <source>Problems ({n})</source>
        <translation>问题（{n}）</translation>
    </message>
    <message>
        <source>Nothing is imported while there are errors. Correct them in the file first.</source>
        <translation>存在错误时不会导入任何内容。请先在文件中更正。</translation>
    </message>
    <message>
        <source>Everything in this file stands here already.</source>
        <translation>文件中的成绩均已录入，无需导入。</translation>
    </message>
    <message>
        <source>Some marks stand here with another value. Look at the papers, then allow it.</source>
        <translation>部分成绩与已录入的不同。请核对试卷后再允许覆盖。</translation>
    </message>
    <message>
        <source>Either everything is taken in, or nothing.</source>
        <translation>要么全部导入，要么一条也不导入。</translation>
    </message>
    <message>
        <source>Importing marks</source>
        <translation>正在导入成绩</translation>
    </message>
    <message>
        <source>Imported: {n} marks</source>
        <translation>已导入 {n} 条成绩</translation>
    </message>
    <message>
        <source>{alike} were read alike by two people, {different} differ and wait for a third person.</source>
        <translation>{alike} 个分数两人录入一致，{different} 个不一致，等第三人裁定。</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Competition</source>
        <translation>竞赛(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;New competition…</source>
        <translation>新建赛事(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open from a ser&amp;ver…</source>
        <translation>从服务器打开(&amp;V)…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>Open the &amp;sample competition</source>
        <translation>打开样例赛事(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Close competition</source>
        <translation>关闭赛事(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>查找(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>As the s&amp;ystem</source>
        <translation>跟随系统(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Text size</source>
        <translation>字号(&amp;T)</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>语言(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>刷新(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>Another &amp;person…</source>
        <translation>换人登录(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Lock the desk</source>
        <translation>锁定(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Journal</source>
        <translation>操作日志(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Backups…</source>
        <translation>备份(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Accounts…</source>
        <translation>人员账号(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Open the competition's folder</source>
        <translation>打开赛事所在文件夹(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>设置(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Help on this page</source>
        <translation>本页帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>关于(&amp;A)</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>还没有</translation>
    </message>
</context>
<context>
    <name>MovesDialog</name>
    <message>
        <source>This change moves places or awards</source>
        <translation>这一改动会使名次或奖项变动</translation>
    </message>
    <message>
        <source>Nothing is saved yet. Places that move: {places}; awards: {awards}; other figures: {figures}.</source>
        <translation>尚未保存。变动的名次：{places}；奖项：{awards}；其他数字：{figures}。</translation>
    </message>
    <message>
        <source>What would move</source>
        <translation>变动情况</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save the change</source>
        <translation>保存改动</translation>
    </message>
    <message>
        <source>No place and no award moves.</source>
        <translation>名次和奖项均不变。</translation>
    </message>
    <message>
        <source>No place and no award moves; {figures} figures change.</source>
        <translation>名次和奖项均不变；{figures} 个数字有变化。</translation>
    </message>
    <message>
        <source>Looking what this would move</source>
        <translation>正在查看这一改动的影响</translation>
    </message>
</context>
<context>
    <name>NewCompetitionDialog</name>
    <message>
        <source>New competition</source>
        <translation>新建赛事</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Competition &amp;name</source>
        <translation>赛事名称(&amp;N)</translation>
    </message>
    <message>
        <source>{year} service skills competition and all-staff muster</source>
        <translation>{year}年服务技能大赛暨全员大比武</translation>
    </message>
    <message>
        <source>Skills competition: written exam, elite final, teams</source>
        <translation>技能竞赛：笔试、精英决赛、团体</translation>
    </message>
    <message>
        <source>Selection of people: one judged item, titles</source>
        <translation>评选个人：单项评审，授予称号</translation>
    </message>
    <message>
        <source>Selection of windows or outlets: one judged item, titles</source>
        <translation>评选窗口：单项评审，授予称号</translation>
    </message>
    <message>
        <source>K&amp;ind</source>
        <translation>类型(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Year</source>
        <translation>年度(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>主办单位(&amp;H)</translation>
    </message>
    <message>
        <source>Printed on certificates and sheets, e.g. the company.</source>
        <translation>印在证书和表格上，例如公司名称。</translation>
    </message>
    <message>
        <source>Competition {year}.db</source>
        <translation>{year}年竞赛.db</translation>
    </message>
    <message>
        <source>&amp;Kept in</source>
        <translation>保存位置(&amp;K)</translation>
    </message>
    <message>
        <source>The first person</source>
        <translation>第一位人员</translation>
    </message>
    <message>
        <source>This person is the competition office: may do everything and adds the other people.</source>
        <translation>此人即竞赛办公室管理员：拥有全部权限，并可添加其他人员。</translation>
    </message>
    <message>
        <source>Your n&amp;ame</source>
        <translation>您的姓名(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>密码(&amp;P)</translation>
    </message>
    <message>
        <source>At least 6 characters.</source>
        <translation>至少 6 个字符。</translation>
    </message>
    <message>
        <source>Password a&amp;gain</source>
        <translation>再输一次(&amp;G)</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Where the competition is kept</source>
        <translation>赛事保存位置</translation>
    </message>
    <message>
        <source>Competition (*.db)</source>
        <translation>赛事文件 (*.db)</translation>
    </message>
</context>
<context>
    <name>NewItemDialog</name>
    <message>
        <source>An item of your own</source>
        <translation>自定义项目</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>类型(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Full mark</source>
        <translation>满分(&amp;F)</translation>
    </message>
</context>
<context>
    <name>NewPasswordDialog</name>
    <message>
        <source>Set a new password</source>
        <translation>重设密码</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>For {name}. Tell the person the new password yourself.</source>
        <translation>为 {name} 设置。请亲自把新密码告诉本人。</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>密码(&amp;P)</translation>
    </message>
    <message>
        <source>Password a&amp;gain</source>
        <translation>再输一次(&amp;G)</translation>
    </message>
</context>
<context>
    <name>NominateDialog</name>
    <message>
        <source>Nominate elites</source>
        <translation>推荐选手</translation>
    </message>
    <message>
        <source>Nominate</source>
        <translation>推荐</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>单位(&amp;U)</translation>
    </message>
    <message>
        <source>Find by name, number or pinyin initials (Ctrl+F)</source>
        <translation>按姓名、工号或拼音首字母查找 (Ctrl+F)</translation>
    </message>
    <message>
        <source>People of the unit</source>
        <translation>单位人员</translation>
    </message>
    <message>
        <source>{n} chosen; the team would have {total}, the rules allow {low} to {high}.</source>
        <translation>已选 {n} 人；代表队将有 {total} 人，规则允许 {low} 至 {high} 人。</translation>
    </message>
    <message>
        <source>Tick at least one person.</source>
        <translation>请至少勾选一人。</translation>
    </message>
</context>
<context>
    <name>NominationCommands</name>
    <message>
        <source>Workbooks and CSV (*.xlsx *.xlsm *.csv);;All files (*)</source>
        <translation>工作簿和 CSV (*.xlsx *.xlsm *.csv);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Import nominations</source>
        <translation>导入推荐名单</translation>
    </message>
    <message>
        <source>Take {name} off the list, as if never nominated?</source>
        <translation>将{name}移出名单，视同未推荐？</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>移出</translation>
    </message>
</context>
<context>
    <name>NominationTable</name>
    <message>
        <source>Nobody yet</source>
        <translation>尚未推荐</translation>
    </message>
    <message>
        <source>Too few</source>
        <translation>人数不足</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Too many</source>
        <translation>人数超出</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>全部单位</translation>
    </message>
    <message>
        <source>{done} of {all} units are complete</source>
        <translation>{all} 个单位中 {done} 个已完成</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Elites</source>
        <translation>选手</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Entrant code</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Staff number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组别</translation>
    </message>
    <message>
        <source>Substitute</source>
        <translation>替补</translation>
    </message>
    <message>
        <source>In place of {name}</source>
        <translation>接替 {name}</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Certified</source>
        <translation>持证</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>no certificate</source>
        <translation>未持证</translation>
    </message>
</context>
<context>
    <name>NominationsImportDialog</name>
    <message>
        <source>Nominations from {name}</source>
        <translation>从 {name} 导入推荐名单</translation>
    </message>
    <message>
        <source>Nominate</source>
        <translation>推荐</translation>
    </message>
    <message>
        <source>People are found by their staff number (column 工号).</source>
        <translation>按“工号”列查找人员。</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Staff number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>正在读取文件…</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>正在读取文件</translation>
    </message>
    <message>
        <source>{new} new elites, {known} nominated already, {errors} errors</source>
        <translation>新增 {new} 名选手，{known} 名已在名单中，{errors} 处错误</translation>
    </message>
    <message>
        <source>Problems ({n})</source>
        <translation>问题（{n}）</translation>
    </message>
    <message>
        <source>Nobody is nominated while there are errors. Correct them in the file first.</source>
        <translation>有错误时不会导入任何人，请先在文件中更正。</translation>
    </message>
    <message>
        <source>Everybody in this file is nominated already.</source>
        <translation>文件中的人员都已在名单中。</translation>
    </message>
</context>
<context>
    <name>NominationsPage</name>
    <message>
        <source>Draw the groups…</source>
        <translation>抽签分组…</translation>
    </message>
    <message>
        <source>Give the codes</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Nominate…</source>
        <translation>推荐选手…</translation>
    </message>
    <message>
        <source>Finalists</source>
        <translation>决赛名单</translation>
    </message>
    <message>
        <source>The elites whom the units nominate for the final</source>
        <translation>各单位推荐参加决赛的业务精英</translation>
    </message>
    <message>
        <source>Ctrl+F search   Enter change the state   Ctrl+click several</source>
        <translation>Ctrl+F 查找   Enter 变更状态   Ctrl+单击 多选</translation>
    </message>
    <message>
        <source>Nobody is on the roster yet. Elites are nominated from it.</source>
        <translation>花名册中还没有人员。选手须从花名册中推荐。</translation>
    </message>
    <message>
        <source>Go to the roster</source>
        <translation>前往花名册</translation>
    </message>
    <message>
        <source>No unit has nominated anybody yet. Enter the first unit's nominations.</source>
        <translation>还没有单位推荐选手。请录入第一个单位的推荐名单。</translation>
    </message>
    <message>
        <source>elites take part</source>
        <translation>名选手参赛</translation>
    </message>
    <message>
        <source>units complete</source>
        <translation>个单位已完成</translation>
    </message>
    <message>
        <source>in groups</source>
        <translation>已分组</translation>
    </message>
    <message>
        <source>with a code</source>
        <translation>已编号</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组别</translation>
    </message>
    <message>
        <source>Substitute…</source>
        <translation>替换…</translation>
    </message>
    <message>
        <source>Find (Ctrl+F)</source>
        <translation>查找 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Show the lots…</source>
        <translation>展示抽签…</translation>
    </message>
    <message>
        <source>Levels of coding…</source>
        <translation>加密进度…</translation>
    </message>
    <message>
        <source>Every unit nominates its elites; the rules say how many, and whether they must be certified. When everybody is nominated, draw the groups and the order with dice, or choose elites and put them into groups by hand. Then give the codes: judges and markers see only them. A substitute takes over group and code of the person replaced. Where the rules ask for two or three levels of coding, further secret codes are drawn afterwards, each by another officer and a witness; from then on only the last code is seen.</source>
        <translation>各单位推荐业务精英，人数和持证要求由规则决定。推荐完成后，掷骰子抽签分组并确定出场顺序，或选中选手手工分组，然后编号：评委和记分员只看编号。替补选手沿用被替换者的组别和编号。规则要求二次或三次加密时，随后再抽取保密编号，每次换人抽取并有见证人；此后只能看到最后一次的编号。</translation>
    </message>
    <message>
        <source>Import a workbook of nominations…</source>
        <translation>导入推荐名单…</translation>
    </message>
    <message>
        <source>Change state…</source>
        <translation>变更状态…</translation>
    </message>
    <message>
        <source>Take off…</source>
        <translation>移出…</translation>
    </message>
    <message>
        <source>Elites</source>
        <translation>选手</translation>
    </message>
    <message>
        <source>{unit} sends {n} elites, more than the rules allow.</source>
        <translation>{unit}有 {n} 名选手，超出规则允许的人数。</translation>
    </message>
    <message>
        <source>The list is frozen for the draw of the groups: throw the dice.</source>
        <translation>名单已为抽签分组封存，请掷骰子。</translation>
    </message>
    <message>
        <source>Go on with the &amp;draw…</source>
        <translation>继续抽签(&amp;D)…</translation>
    </message>
    <message>
        <source>{n} units have not nominated enough yet, for example {unit}.</source>
        <translation>还有 {n} 个单位推荐人数不足，例如{unit}。</translation>
    </message>
    <message>
        <source>&amp;Nominate…</source>
        <translation>推荐选手(&amp;N)…</translation>
    </message>
    <message>
        <source>Everybody is nominated. Now draw the groups, or put the elites into groups by hand.</source>
        <translation>推荐已完成。现在可以抽签分组，也可以手工分组。</translation>
    </message>
    <message>
        <source>&amp;Draw the groups…</source>
        <translation>抽签分组(&amp;D)…</translation>
    </message>
    <message>
        <source>Some elites have no code yet. Judges and markers work with codes.</source>
        <translation>还有选手没有编号，评委和记分员只看编号。</translation>
    </message>
    <message>
        <source>Give the &amp;codes</source>
        <translation>去编号(&amp;C)</translation>
    </message>
    <message>
        <source>Level {n} of the codes is drawn next, by another officer and a witness.</source>
        <translation>下一步抽取第 {n} 次加密编号，须换人抽取并有见证人。</translation>
    </message>
    <message>
        <source>Draw the &amp;level…</source>
        <translation>抽取编号(&amp;L)…</translation>
    </message>
    <message>
        <source>The codes shown here are those of the lots; what judges see is secret.</source>
        <translation>这里显示的是抽签产生的参赛编号，评委看到的编号是保密的。</translation>
    </message>
    <message>
        <source>&amp;Levels of coding…</source>
        <translation>加密进度(&amp;L)…</translation>
    </message>
    <message>
        <source>Group {letter}</source>
        <translation>{letter} 组</translation>
    </message>
    <message>
        <source>No group</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>Marks stand already.</source>
        <translation>已有分数。</translation>
    </message>
    <message>
        <source>Secret codes are drawn already.</source>
        <translation>保密编号已经抽取。</translation>
    </message>
    <message>
        <source>Only the office may do this.</source>
        <translation>只有竞赛办公室可以操作。</translation>
    </message>
</context>
<context>
    <name>NomineeStatusDialog</name>
    <message>
        <source>State of {name}</source>
        <translation>{name}的状态</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Withdrawn and disciplined elites get no marks and take no award.</source>
        <translation>退赛或违纪的选手不评分，也不参加评奖。</translation>
    </message>
    <message>
        <source>&amp;New state</source>
        <translation>新状态(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>原因(&amp;R)</translation>
    </message>
    <message>
        <source>It stays in the journal.</source>
        <translation>原因将记入日志。</translation>
    </message>
</context>
<context>
    <name>NumberEntry</name>
    <message>
        <source>Number on the paper</source>
        <translation>试卷号码</translation>
    </message>
    <message>
        <source>scan or type</source>
        <translation>扫描或输入</translation>
    </message>
    <message>
        <source>No paper of this sitting has the number {number}. Look again.</source>
        <translation>本场次没有号码为 {number} 的试卷，请再核对。</translation>
    </message>
    <message>
        <source>The paper {number} is hidden by the filter, or takes no mark here.</source>
        <translation>试卷 {number} 被筛选隐藏，或此处不能录入成绩。</translation>
    </message>
    <message>
        <source>The row is hidden by the filter. Show all rows first.</source>
        <translation>该行被筛选隐藏，请先显示全部行。</translation>
    </message>
    <message>
        <source>Type the mark, or press Esc to leave this paper.</source>
        <translation>请输入成绩，或按 Esc 跳过这份试卷。</translation>
    </message>
    <message>
        <source>{stands} stands here already. Press Enter again to replace it by {text}, or Esc to keep it.</source>
        <translation>此处已有成绩 {stands}。再按一次回车改为 {text}，按 Esc 保留原成绩。</translation>
    </message>
    <message>
        <source>{number}: {marks}</source>
        <translation>{number}：{marks}</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>on the roster</source>
        <translation>在册人员</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>已抽取</translation>
    </message>
    <message>
        <source>written marks</source>
        <translation>笔试成绩</translation>
    </message>
    <message>
        <source>final marks</source>
        <translation>决赛评分</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Ctrl+1 to Ctrl+9 pages   F5 refresh   F1 help</source>
        <translation>Ctrl+1 至 Ctrl+9 切换页面   F5 刷新   F1 帮助</translation>
    </message>
    <message>
        <source>Sample: everything may be tried</source>
        <translation>样例：可放心试用</translation>
    </message>
    <message>
        <source>Done lately</source>
        <translation>最近操作</translation>
    </message>
    <message>
        <source>The whole journal</source>
        <translation>查看全部日志</translation>
    </message>
    <message>
        <source>Next: {step}</source>
        <translation>下一步：{step}</translation>
    </message>
    <message>
        <source>Everything is done. Print the papers.</source>
        <translation>全部完成，可以打印资料了。</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>前往办理</translation>
    </message>
    <message>
        <source>First: {page}</source>
        <translation>先完成：{page}</translation>
    </message>
    <message>
        <source>Open {page}</source>
        <translation>打开{page}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Can begin</source>
        <translation>可以开始</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待</translation>
    </message>
</context>
<context>
    <name>PanelDialog</name>
    <message>
        <source>Panel of “{item}”</source>
        <translation>“{item}”的评委组</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Tick who judges. The order is that of the columns on the mark sheets.</source>
        <translation>勾选评委。顺序即评分表中各列的顺序。</translation>
    </message>
    <message>
        <source>all groups</source>
        <translation>全部组别</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>适用(&amp;F)</translation>
    </message>
    <message>
        <source>from outside</source>
        <translation>外聘</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>评委</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Judges</source>
        <translation>评委</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Chief judge</source>
        <translation>裁判长(&amp;C)</translation>
    </message>
    <message>
        <source>Chief judge</source>
        <translation>裁判长</translation>
    </message>
    <message>
        <source>group {letter} only</source>
        <translation>仅 {letter} 组</translation>
    </message>
    <message>
        <source>{n} judges; at least {least} are needed</source>
        <translation>{n} 名评委；至少需要 {least} 名</translation>
    </message>
</context>
<context>
    <name>PaperCommands</name>
    <message>
        <source>Printed {count} pages</source>
        <translation>已打印 {count} 页</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>正在打印</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>All papers into a folder</source>
        <translation>全部存入文件夹</translation>
    </message>
    <message>
        <source>{count} papers were written</source>
        <translation>已写入 {count} 份文件</translation>
    </message>
    <message>
        <source>Making all papers</source>
        <translation>正在生成全部文件</translation>
    </message>
    <message>
        <source>The list of sealed numbers of {sitting} is taken out by {sealers}. The other one confirms with name and password.</source>
        <translation>《{sitting}》的密封号对照表由{sealers}一同取出，请另一位输入姓名和密码确认。</translation>
    </message>
    <message>
        <source> and </source>
        <translation>和</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>取出</translation>
    </message>
    <message>
        <source>List of sealed numbers</source>
        <translation>密封号对照表</translation>
    </message>
    <message>
        <source>Certificates from a list</source>
        <translation>按名单打印证书</translation>
    </message>
    <message>
        <source>Lists (*.xlsx *.xlsm *.csv)</source>
        <translation>名单 (*.xlsx *.xlsm *.csv)</translation>
    </message>
    <message>
        <source>The list was not printed</source>
        <translation>名单没有打印</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Row {row}, {column}</source>
        <translation>第 {row} 行，{column}</translation>
    </message>
</context>
<context>
    <name>PaperSource</name>
    <message>
        <source>Results from</source>
        <translation>成绩来源</translation>
    </message>
    <message>
        <source>Written exam and room</source>
        <translation>笔试场次和考场</translation>
    </message>
    <message>
        <source>Written exam</source>
        <translation>笔试场次</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>考场</translation>
    </message>
    <message>
        <source>Result slips for</source>
        <translation>成绩单打印范围</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Everybody, or a number or name</source>
        <translation>全部人员，或输入号码、姓名</translation>
    </message>
    <message>
        <source>Number or name</source>
        <translation>号码或姓名</translation>
    </message>
    <message>
        <source>Publication {number} ({day})</source>
        <translation>第 {number} 号公布（{day}）</translation>
    </message>
    <message>
        <source>Draft: the marks of this moment</source>
        <translation>草稿：此刻的成绩</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>全部单位</translation>
    </message>
    <message>
        <source>All rooms ({people})</source>
        <translation>全部考场（{people} 人）</translation>
    </message>
    <message>
        <source>{room} ({people})</source>
        <translation>{room}（{people} 人）</translation>
    </message>
</context>
<context>
    <name>PapersPage</name>
    <message>
        <source>Print papers</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Sheets, notices and certificates: look at them, print them, save them as PDF</source>
        <translation>表格、通知和证书：先预览，再打印或存为 PDF</translation>
    </message>
    <message>
        <source>Up/Down choose a paper   Ctrl+P print   Ctrl+wheel zoom</source>
        <translation>↑↓ 选择   Ctrl+P 打印   Ctrl+滚轮 缩放</translation>
    </message>
    <message>
        <source>Choose a paper at the left. Sheets of results are made from a publication, or from the marks of this moment: then every page says that it is a draft. Certificates for other honours, such as star titles, are printed from a list with the columns 姓名, 单位, 奖项 and, if wanted, 编号 and 事由: use the button above, or drag the list here.</source>
        <translation>在左侧选择要打印的内容。成绩类表格取自某一号公布；也可取自当前成绩，此时每页都标明“草稿”。其他荣誉（如星级称号）的证书可按名单打印，名单须有“姓名、单位、奖项”列，“编号、事由”列可有可无：点击上方按钮选择名单，或把名单拖到这里。</translation>
    </message>
    <message>
        <source>Certificates from a list…</source>
        <translation>按名单打印证书…</translation>
    </message>
    <message>
        <source>All into a folder…</source>
        <translation>全部存入文件夹…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>另存为 PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>可打印的内容</translation>
    </message>
    <message>
        <source>The paper is being made…</source>
        <translation>正在生成…</translation>
    </message>
    <message>
        <source>Choose a paper at the left; it is made at once.</source>
        <translation>请在左侧选择要打印的内容，选定后立即生成。</translation>
    </message>
    <message>
        <source>not yet possible</source>
        <translation>暂时不能打印</translation>
    </message>
    <message>
        <source>for the two sealers</source>
        <translation>仅限两名密封人</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>可以打印</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>publication {number}</source>
        <translation>第 {number} 号公布</translation>
    </message>
    <message>
        <source>Go to the standings</source>
        <translation>前往成绩名次</translation>
    </message>
    <message>
        <source>A draft from the marks of this moment. Publish the results to print final papers.</source>
        <translation>这是按当前成绩生成的草稿。公布成绩后才能打印正式稿。</translation>
    </message>
    <message>
        <source>{count} candidates have no seat and stand on no paper.</source>
        <translation>有 {count} 名考生还没有座位，不会出现在这些表上。</translation>
    </message>
    <message>
        <source>Go to the rooms</source>
        <translation>去考场安排</translation>
    </message>
    <message>
        <source>The time of {sitting} is not set, so it is missing here.</source>
        <translation>《{sitting}》还没有设定考试时间，表上会缺这一项。</translation>
    </message>
    <message>
        <source>Set the time</source>
        <translation>去设定时间</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>前往办理</translation>
    </message>
    <message>
        <source>This list is secret until the seals are opened. The two people who sealed take it out together; the journal keeps it.</source>
        <translation>启封前本表保密。须由两名密封人一同取出，日志会留下记录。</translation>
    </message>
    <message>
        <source>Take out the list…</source>
        <translation>取出对照表…</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Your password, please</source>
        <translation>请输入您的密码</translation>
    </message>
    <message>
        <source>Password of {name}</source>
        <translation>{name} 的密码</translation>
    </message>
    <message>
        <source>A second person, please</source>
        <translation>请第二人确认</translation>
    </message>
</context>
<context>
    <name>PdfPreview</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>Fit the whole page</source>
        <translation>适合整页</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>第 {page} 页，共 {count} 页</translation>
    </message>
    <message>
        <source>fitted</source>
        <translation>自动</translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>Scan or type a ticket</source>
        <translation>扫描或输入准考证号</translation>
    </message>
    <message>
        <source>Ticket number</source>
        <translation>准考证号</translation>
    </message>
    <message>
        <source>Note, for example the reason; goes with the next state</source>
        <translation>备注，例如原因；随下一个状态保存</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Zeroed</source>
        <translation>作弊零分</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>paper {version}</source>
        <translation>{version} 卷</translation>
    </message>
    <message>
        <source>staff no. {number}</source>
        <translation>工号 {number}</translation>
    </message>
    <message>
        <source>seat {seat}</source>
        <translation>{seat} 号</translation>
    </message>
    <message>
        <source>no seat</source>
        <translation>未排座</translation>
    </message>
</context>
<context>
    <name>PlanLineDialog</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>{count} people are eligible here.</source>
        <translation>此处可抽 {count} 人。</translation>
    </message>
    <message>
        <source>&amp;How many</source>
        <translation>抽取方式(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Number or percent</source>
        <translation>人数或百分比(&amp;N)</translation>
    </message>
    <message>
        <source>At &amp;least</source>
        <translation>最少(&amp;L)</translation>
    </message>
    <message>
        <source>At &amp;most</source>
        <translation>最多(&amp;M)</translation>
    </message>
    <message>
        <source>Al&amp;ternates</source>
        <translation>备选人数(&amp;T)</translation>
    </message>
    <message>
        <source>As all units</source>
        <translation>与各单位相同</translation>
    </message>
</context>
<context>
    <name>PrintAgainDialog</name>
    <message>
        <source>Print certificates again</source>
        <translation>重新打印证书</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Two papers with one number must be explained; it stays in the journal.</source>
        <translation>同一编号有两张证书，须说明原因；原因记入日志。</translation>
    </message>
    <message>
        <source>&amp;Why printed again</source>
        <translation>重印原因(&amp;W)</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>By</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>已录入</translation>
    </message>
    <message>
        <source>Typed again</source>
        <translation>已二次录入</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>已复核</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>试卷</translation>
    </message>
    <message>
        <source>Entered by</source>
        <translation>录入人</translation>
    </message>
    <message>
        <source>At</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>等待</translation>
    </message>
</context>
<context>
    <name>ProgressDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
</context>
<context>
    <name>ProgressTab</name>
    <message>
        <source>Entered and expected</source>
        <translation>已录入与应录入</translation>
    </message>
    <message>
        <source>Not yet verified</source>
        <translation>尚未复核</translation>
    </message>
    <message>
        <source>Marks entered and expected</source>
        <translation>成绩录入进度</translation>
    </message>
    <message>
        <source>Not yet verified: {n} marks</source>
        <translation>未复核：{n} 个成绩</translation>
    </message>
</context>
<context>
    <name>ProposeCorrectionDialog</name>
    <message>
        <source>Propose a correction</source>
        <translation>提出更正</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>提出</translation>
    </message>
    <message>
        <source>Nothing changes yet: another person sees which places and awards move and then confirms.</source>
        <translation>现在不会改动分数：另一人看过名次和奖项的变动后才确认生效。</translation>
    </message>
    <message>
        <source>&amp;Number on the paper</source>
        <translation>试卷编号(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Section</source>
        <translation>部分(&amp;S)</translation>
    </message>
    <message>
        <source>Right s&amp;tate</source>
        <translation>正确状态(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Right mark</source>
        <translation>正确分数(&amp;R)</translation>
    </message>
    <message>
        <source>R&amp;eason</source>
        <translation>原因(&amp;E)</translation>
    </message>
    <message>
        <source>It stands on the correction record.</source>
        <translation>会写入更正记录。</translation>
    </message>
    <message>
        <source>State of attendance</source>
        <translation>参考状态</translation>
    </message>
    <message>
        <source>Somebody who was wrongly absent needs marks, too: type them with + between the sections.</source>
        <translation>误记缺考的考生还须补录分数：各部分之间用 + 隔开。</translation>
    </message>
    <message>
        <source>stands: {mark} of {full}</source>
        <translation>现为 {mark} 分，满分 {full}</translation>
    </message>
    <message>
        <source>Type the number of a paper first.</source>
        <translation>请先录入试卷编号。</translation>
    </message>
    <message>
        <source>Type the mark that stands on the paper.</source>
        <translation>请录入试卷上的分数。</translation>
    </message>
    <message>
        <source>{n} sections have no mark: type {n} marks with + between them.</source>
        <translation>有 {n} 个部分没有分数：请录入 {n} 个分数，用 + 隔开。</translation>
    </message>
    <message>
        <source>Marks stand already: leave the mark empty.</source>
        <translation>已有分数，此处请留空。</translation>
    </message>
</context>
<context>
    <name>PublicationsDialog</name>
    <message>
        <source>Publications</source>
        <translation>历次公布</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Show on the page</source>
        <translation>在页面中显示</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>经手人</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>监督员</translation>
    </message>
    <message>
        <source>Check code</source>
        <translation>校验码</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>The first publication: nothing stood before it</source>
        <translation>首次公布，此前没有公布</translation>
    </message>
    <message>
        <source>{count} differences from the publication before</source>
        <translation>与上一号公布有 {count} 处差异</translation>
    </message>
    <message>
        <source>No differences from the publication before</source>
        <translation>与上一号公布没有差异</translation>
    </message>
</context>
<context>
    <name>PublishDialog</name>
    <message>
        <source>The results are frozen under number {number}; winners get their certificate numbers. A publication can never be changed, only followed by another one.</source>
        <translation>成绩将封存为第 {number} 号公布，获奖者同时取得证书编号。公布之后不能更改，只能再次公布。</translation>
    </message>
    <message>
        <source>Publish the results</source>
        <translation>公布成绩</translation>
    </message>
    <message>
        <source>Publish no. {number}</source>
        <translation>公布第 {number} 号</translation>
    </message>
    <message>
        <source>&amp;Supervisor</source>
        <translation>监督员(&amp;S)</translation>
    </message>
    <message>
        <source>Who was there as the witness.</source>
        <translation>在场见证人的姓名。</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>备注(&amp;N)</translation>
    </message>
    <message>
        <source>For example: interim results, or after objection 3.</source>
        <translation>例如：阶段性成绩，或第 3 号异议处理后。</translation>
    </message>
    <message>
        <source>Password of {name}</source>
        <translation>{name} 的密码</translation>
    </message>
    <message>
        <source>Publish as &amp;interim results although this is not settled yet</source>
        <translation>以上事项尚未办妥，仍作为阶段性成绩公布(&amp;I)</translation>
    </message>
    <message>
        <source>One step of one mark would change the order of: {pairs}. Read their sheets once more</source>
        <translation>一个分数变动一档就会改变先后的选手：{pairs}。请再核对其评分表</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>What changes since publication {number}; sheets printed from it become void</source>
        <translation>与第 {number} 号公布相比的变化（据其打印的表册作废）</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Publishing</source>
        <translation>正在公布</translation>
    </message>
    <message>
        <source>Second calculation</source>
        <translation>第二次核算</translation>
    </message>
</context>
<context>
    <name>QuizControls</name>
    <message>
        <source>Required (F2)</source>
        <translation>必答 (F2)</translation>
    </message>
    <message>
        <source>Buzzer (F3)</source>
        <translation>抢答 (F3)</translation>
    </message>
    <message>
        <source>Risk (F4)</source>
        <translation>风险 (F4)</translation>
    </message>
    <message>
        <source>Extra (Shift+F4)</source>
        <translation>加赛 (Shift+F4)</translation>
    </message>
    <message>
        <source>Stake</source>
        <translation>分值</translation>
    </message>
    <message>
        <source>Stake {points}</source>
        <translation>分值 {points} 分</translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points} 分</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>题号(&amp;Q)</translation>
    </message>
    <message>
        <source>Right (F6)</source>
        <translation>答对 (F6)</translation>
    </message>
    <message>
        <source>Wrong (F7)</source>
        <translation>答错 (F7)</translation>
    </message>
    <message>
        <source>Pressed early (F8)</source>
        <translation>抢按犯规 (F8)</translation>
    </message>
    <message>
        <source>Bonus or penalty…</source>
        <translation>加减分…</translation>
    </message>
</context>
<context>
    <name>QuizPage</name>
    <message>
        <source>Quiz</source>
        <translation>知识竞答</translation>
    </message>
    <message>
        <source>Scores in the hall</source>
        <translation>大屏显示得分</translation>
    </message>
    <message>
        <source>Lock the quiz…</source>
        <translation>锁定竞答…</translation>
    </message>
    <message>
        <source>Required, buzzer and risk questions of the teams</source>
        <translation>各代表队的必答、抢答与风险题</translation>
    </message>
    <message>
        <source>1–9 team   F2 F3 F4 question   F6 right   F7 wrong   F8 pressed early   F9 void</source>
        <translation>1–9 选队   F2 F3 F4 选题型   F6 答对   F7 答错   F8 抢按犯规   F9 作废</translation>
    </message>
    <message>
        <source>Choose the kind of question and the team, then press F6 for right, F7 for wrong or F8 for an early press, which also voids the question. The stake of a risk question is chosen before it is read. Every press is saved at once and stands in the ledger; F9 voids the chosen line, or the last one, with a reason, and the scores follow. Extra questions part tied teams and leave the scores as they are.</source>
        <translation>先选题型和代表队，再按 F6（答对）、F7（答错）或 F8（抢按犯规，该题同时作废）。风险题须在读题前选定分值。每次按键立即保存并记入记分表；F9 写明原因后作废所选行（未选时为最后一行），得分随之重算。加赛题只用于区分同分的代表队，不改变得分。</translation>
    </message>
    <message>
        <source>The final has no quiz. Add one to its items first.</source>
        <translation>决赛还没有竞答项目，请先在竞赛项目中添加。</translation>
    </message>
    <message>
        <source>Go to items and judges</source>
        <translation>前往项目与评委</translation>
    </message>
    <message>
        <source>Look at the finalists</source>
        <translation>查看推荐选手</translation>
    </message>
    <message>
        <source>There are no teams yet. Take in the units' nominations first.</source>
        <translation>还没有代表队，请先录入各单位的推荐名单。</translation>
    </message>
    <message>
        <source>Go to the finalists</source>
        <translation>前往推荐选手</translation>
    </message>
    <message>
        <source>Look at the items</source>
        <translation>查看竞赛项目</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>记分表</translation>
    </message>
    <message>
        <source>Void… (F9)</source>
        <translation>作废… (F9)</translation>
    </message>
    <message>
        <source>“{item}” was locked by {person} and {witness}.</source>
        <translation>“{item}”已由{person}和{witness}锁定。</translation>
    </message>
    <message>
        <source>Choose the team and the question, then press how it ended.</source>
        <translation>请选择代表队和题型，再按结果键。</translation>
    </message>
    <message>
        <source>Open again…</source>
        <translation>重新开放…</translation>
    </message>
    <message>
        <source>Your role may not do this.</source>
        <translation>您的角色无权操作。</translation>
    </message>
    <message>
        <source>Choose the team first: click it, or press its digit.</source>
        <translation>请先选择代表队：点击，或按对应的数字键。</translation>
    </message>
    <message>
        <source>Choose the stake first. It is fixed before the question is read.</source>
        <translation>请先选定分值；分值须在读题前确定。</translation>
    </message>
    <message>
        <source>No. {number}: {team} {points}, now {score}.</source>
        <translation>第 {number} 条：{team} {points}，现为 {score} 分。</translation>
    </message>
    <message>
        <source>&amp;Void it…</source>
        <translation>作废(&amp;V)…</translation>
    </message>
    <message>
        <source>This line is void already.</source>
        <translation>该行已经作废。</translation>
    </message>
    <message>
        <source>Locking closes the ledger of “{item}”. A second person confirms with name and password.</source>
        <translation>锁定后“{item}”的记分表不能再改动。请第二人输入姓名和密码确认。</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>得分</translation>
    </message>
</context>
<context>
    <name>QuizPointsDialog</name>
    <message>
        <source>Bonus or penalty</source>
        <translation>加减分</translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation>记入</translation>
    </message>
    <message>
        <source>Given or taken by the chief judge, besides the questions.</source>
        <translation>由裁判长在题目之外给予的加分或扣分。</translation>
    </message>
    <message>
        <source>&amp;Team</source>
        <translation>代表队(&amp;T)</translation>
    </message>
    <message>
        <source>take points (penalty)</source>
        <translation>扣分</translation>
    </message>
    <message>
        <source>give points (bonus)</source>
        <translation>加分</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>类别(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Points</source>
        <translation>分数(&amp;P)</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>原因(&amp;R)</translation>
    </message>
</context>
<context>
    <name>QuizTable</name>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>题目</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>代表队</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>({points})</source>
        <translation>（{points} 分）</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>void: {reason} ({person})</source>
        <translation>作废：{reason}（{person}）</translation>
    </message>
</context>
<context>
    <name>RecheckCommands</name>
    <message>
        <source>The marks of {sitting} are frozen and a code is shown. Afterwards the dice are thrown.</source>
        <translation>将封存{sitting}的成绩并显示封存码，然后掷骰抽取。</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>封存</translation>
    </message>
    <message>
        <source>Closing signs the recheck off. A second person confirms with name and password.</source>
        <translation>结束即签认本次复核，需第二人用姓名和密码确认。</translation>
    </message>
    <message>
        <source>Close the recheck</source>
        <translation>结束复核</translation>
    </message>
</context>
<context>
    <name>RecheckDiceDialog</name>
    <message>
        <source>The marks are frozen under the code {code}…. Now the dice decide which papers are re-read. Nobody chooses digits.</source>
        <translation>成绩已封存，封存码 {code}…。现在由骰子决定复核哪些试卷，任何人不得自选数字。</translation>
    </message>
    <message>
        <source>Draw the papers to re-read</source>
        <translation>抽取复核试卷</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>随机抽取</translation>
    </message>
    <message>
        <source>{least} to {most} digits, in the order thrown.</source>
        <translation>{least} 到 {most} 位数字，按掷出顺序。</translation>
    </message>
    <message>
        <source>&amp;Digits</source>
        <translation>骰子数字(&amp;D)</translation>
    </message>
    <message>
        <source>Typed &amp;again</source>
        <translation>再录一遍(&amp;A)</translation>
    </message>
    <message>
        <source>From the dice, by a second person.</source>
        <translation>由第二人看着骰子录入。</translation>
    </message>
    <message>
        <source>&amp;Use the dice of the exam draw</source>
        <translation>沿用笔试抽取的骰子(&amp;U)</translation>
    </message>
    <message>
        <source>They count anew, because the marks are part of the seed.</source>
        <translation>种子含有成绩封存码，因此结果仍不可预知。</translation>
    </message>
    <message>
        <source>Type the digits of the dice.</source>
        <translation>请录入骰子的数字。</translation>
    </message>
</context>
<context>
    <name>RecheckPage</name>
    <message>
        <source>Sitting</source>
        <translation>考试场次</translation>
    </message>
    <message>
        <source>Declare void…</source>
        <translation>宣布作废…</translation>
    </message>
    <message>
        <source>Print the record…</source>
        <translation>打印复核记录…</translation>
    </message>
    <message>
        <source>Close the recheck…</source>
        <translation>结束复核…</translation>
    </message>
    <message>
        <source>Recheck</source>
        <translation>复核抽检</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Recheck and corrections</source>
        <translation>复核与更正</translation>
    </message>
    <message>
        <source>Locked marks read again from the papers</source>
        <translation>锁定后对照试卷再看一遍</translation>
    </message>
    <message>
        <source>Enter save and next   Up/Down choose a line</source>
        <translation>Enter 保存并到下一行   ↑/↓ 选行</translation>
    </message>
    <message>
        <source>After the lock the top papers and a random sample of the rest are read again by somebody who did not enter them. The first mark is shown only afterwards. Too many errors in the sample mean that every paper is re-read. A wrong mark is mended by a correction: one person proposes, another confirms after seeing which places and awards move.</source>
        <translation>成绩锁定后，高分段全部、其余随机抽取一部分，由未录入过该卷的人对照试卷重读。原分在录入复核分之后才显示。抽检差错率过高时全部复核。分数有误要走更正：一人提出，另一人看过名次和奖项的变动后确认。</translation>
    </message>
    <message>
        <source>The marks are not locked yet. The recheck begins with locked marks.</source>
        <translation>成绩尚未锁定。锁定后才能复核。</translation>
    </message>
    <message>
        <source>Go to the marks</source>
        <translation>去录入成绩</translation>
    </message>
    <message>
        <source>Freeze the marks…</source>
        <translation>封存成绩…</translation>
    </message>
    <message>
        <source>The marks are frozen</source>
        <translation>成绩已封存</translation>
    </message>
    <message>
        <source>Type the dice…</source>
        <translation>输入骰子…</translation>
    </message>
    <message>
        <source>{papers} papers are marked and locked. The top {top} % are re-read in full, and {sample} % of the rest drawn by dice. First the marks are frozen.</source>
        <translation>已评分并锁定 {papers} 份试卷。前 {top} % 全部复核，其余掷骰抽取 {sample} %。请先封存成绩。</translation>
    </message>
    <message>
        <source>Show this code to everybody, then throw the dice. {papers} papers, label {label}.</source>
        <translation>请当众公布此封存码，再掷骰。共 {papers} 份试卷，标签 {label}。</translation>
    </message>
    <message>
        <source>The recheck was closed by {person} and {witness}.</source>
        <translation>复核已由 {person} 和 {witness} 签认结束。</translation>
    </message>
    <message>
        <source>More than {limit} % of the sample were wrong, so every paper is re-read: {n} to go.</source>
        <translation>抽检差错率超过 {limit} %，须全部复核：还剩 {n} 份。</translation>
    </message>
    <message>
        <source>Show the &amp;corrections</source>
        <translation>查看更正(&amp;C)</translation>
    </message>
    <message>
        <source>Everything is re-read. {n} papers wait for their correction.</source>
        <translation>已全部复核。{n} 份试卷等待更正。</translation>
    </message>
    <message>
        <source>C&amp;lose the recheck…</source>
        <translation>结束复核(&amp;L)…</translation>
    </message>
    <message>
        <source>Everything is re-read and agrees.</source>
        <translation>已全部复核，分数一致。</translation>
    </message>
    <message>
        <source>Re-read every paper and correct what differs first.</source>
        <translation>请先复核全部试卷，并更正有差异的分数。</translation>
    </message>
</context>
<context>
    <name>RecheckTable</name>
    <message>
        <source>entered by you</source>
        <translation>由您录入</translation>
    </message>
    <message>
        <source>to re-read</source>
        <translation>待复核</translation>
    </message>
    <message>
        <source>to correct</source>
        <translation>待更正</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>First mark</source>
        <translation>原分</translation>
    </message>
    <message>
        <source>Re-read</source>
        <translation>复核分</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Re-read by</source>
        <translation>复核人</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>ReleaseMarkDialog</name>
    <message>
        <source>{judge} confirmed the mark of {code}. Released, it can be changed.</source>
        <translation>{judge}已确认 {code} 的评分。退回后可以更改。</translation>
    </message>
    <message>
        <source>Release a confirmed mark</source>
        <translation>退回已确认的评分</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>It stays in the journal.</source>
        <translation>原因将记入日志。</translation>
    </message>
</context>
<context>
    <name>RereadEntry</name>
    <message>
        <source>papers re-read</source>
        <translation>份已复核</translation>
    </message>
    <message>
        <source>papers of the top band</source>
        <translation>高分段份数</translation>
    </message>
    <message>
        <source>papers drawn at random</source>
        <translation>份随机抽取</translation>
    </message>
    <message>
        <source>errors in the sample</source>
        <translation>抽检差错</translation>
    </message>
    <message>
        <source>Papers to re-read</source>
        <translation>待复核试卷</translation>
    </message>
    <message>
        <source>Mark on the paper</source>
        <translation>试卷上的分数</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>Reason of a difference</source>
        <translation>差异原因</translation>
    </message>
    <message>
        <source>reason, if it differs</source>
        <translation>如有差异，写明原因</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Choose a line.</source>
        <translation>请选一行。</translation>
    </message>
    <message>
        <source>{section}, 0 to {full}</source>
        <translation>{section}，0–{full} 分</translation>
    </message>
    <message>
        <source>entered by you: somebody else re-reads it</source>
        <translation>由您录入，须他人复核</translation>
    </message>
    <message>
        <source>{code} {section}: first mark {first}, re-read {reread} ({difference}). It was corrected.</source>
        <translation>{code} {section}：原分 {first}，复核 {reread}（{difference}）。已更正。</translation>
    </message>
    <message>
        <source>{code} {section}: first mark {first}, re-read {reread} ({difference}). Look once more, then propose a correction.</source>
        <translation>{code} {section}：原分 {first}，复核 {reread}（{difference}）。请再看一眼试卷，然后提出更正。</translation>
    </message>
    <message>
        <source>Propose the &amp;correction…</source>
        <translation>提出更正(&amp;C)…</translation>
    </message>
    <message>
        <source>Type the mark that stands on the paper.</source>
        <translation>请录入试卷上的分数。</translation>
    </message>
    <message>
        <source>&amp;Take {mark}</source>
        <translation>采用 {mark}(&amp;T)</translation>
    </message>
    <message>
        <source>T&amp;ry again</source>
        <translation>再试一次(&amp;R)</translation>
    </message>
</context>
<context>
    <name>Reveal</name>
    <message>
        <source>Award ceremony</source>
        <translation>颁奖典礼</translation>
    </message>
    <message>
        <source>Interim results</source>
        <translation>阶段性成绩</translation>
    </message>
    <message>
        <source>Congratulations to all winners</source>
        <translation>祝贺全体获奖者</translation>
    </message>
    <message>
        <source>Publication {number}</source>
        <translation>第 {number} 号公布</translation>
    </message>
    <message>
        <source>Group {letter}</source>
        <translation>{letter} 组</translation>
    </message>
    <message>
        <source>Individual awards</source>
        <translation>个人奖</translation>
    </message>
    <message>
        <source>Team awards</source>
        <translation>团体奖</translation>
    </message>
    <message>
        <source>Organisation award</source>
        <translation>组织奖</translation>
    </message>
    <message>
        <source>Titles of honour</source>
        <translation>荣誉称号</translation>
    </message>
    <message>
        <source>{count} units</source>
        <translation>{count} 个单位</translation>
    </message>
    <message>
        <source>{count} winners</source>
        <translation>{count} 人获奖</translation>
    </message>
    <message>
        <source>No. {place}</source>
        <translation>第 {place} 名</translation>
    </message>
    <message>
        <source>Participation rate {figure} %</source>
        <translation>参考率 {figure} %</translation>
    </message>
    <message>
        <source>Mark {figure}</source>
        <translation>得分 {figure}</translation>
    </message>
    <message>
        <source>Total {figure}</source>
        <translation>总分 {figure}</translation>
    </message>
    <message>
        <source>{name} ({unit})</source>
        <translation>{name}（{unit}）</translation>
    </message>
</context>
<context>
    <name>RevealWindow</name>
    <message>
        <source>Awards: what the hall sees</source>
        <translation>揭晓奖项：会场所见</translation>
    </message>
    <message>
        <source>From the start</source>
        <translation>从头开始</translation>
    </message>
    <message>
        <source>Award ceremony</source>
        <translation>颁奖典礼</translation>
    </message>
    <message>
        <source>Publication {latest} was made since. This ceremony shows publication {number}.</source>
        <translation>之后又有了第 {latest} 次公布，本场揭晓的是第 {number} 次公布。</translation>
    </message>
</context>
<context>
    <name>RoomDialog</name>
    <message>
        <source>Change the room</source>
        <translation>修改考场</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Name of the room</source>
        <translation>考场名称</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Rows of desks</source>
        <translation>排数</translation>
    </message>
    <message>
        <source>Desks in a row</source>
        <translation>每排座位</translation>
    </message>
    <message>
        <source>Click a place (or press the space bar) where no desk can be used.</source>
        <translation>点击（或按空格键）标出不能使用的位置。</translation>
    </message>
    <message>
        <source>Desks of the room</source>
        <translation>考场的座位</translation>
    </message>
</context>
<context>
    <name>RoomsBar</name>
    <message>
        <source>Sitting</source>
        <translation>考试场次</translation>
    </message>
    <message>
        <source>Papers A and B from desk to &amp;desk</source>
        <translation>A、B 卷相间(&amp;D)</translation>
    </message>
    <message>
        <source>colleagues kept apart on all sides and diagonally</source>
        <translation>同单位前后、左右、斜向都不相邻</translation>
    </message>
    <message>
        <source>colleagues kept apart on all sides</source>
        <translation>同单位前后、左右不相邻</translation>
    </message>
    <message>
        <source>colleagues kept apart to the left and right</source>
        <translation>同单位左右不相邻</translation>
    </message>
    <message>
        <source>colleagues kept apart as far as possible</source>
        <translation>同单位尽可能分开</translation>
    </message>
    <message>
        <source>Drawn by lot, try {n}: {kept}</source>
        <translation>第 {n} 次抽签：{kept}</translation>
    </message>
    <message>
        <source>Change the room…</source>
        <translation>修改考场…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Clear all seats…</source>
        <translation>清空全部座位…</translation>
    </message>
</context>
<context>
    <name>RoomsCommands</name>
    <message>
        <source>The rooms of {sitting} are added here, empty.</source>
        <translation>将把“{sitting}”的考场（不含考生）添加到本场次。</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>沿用</translation>
    </message>
    <message>
        <source>{room} is taken away.</source>
        <translation>将删除 {room}。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Drawing the seats</source>
        <translation>正在抽签排座</translation>
    </message>
    <message>
        <source>The seats of {n} candidates are drawn with the dice of the random draw. Anybody can check the result: the same rooms always give the same seats.</source>
        <translation>将用随机抽取时的骰子为 {n} 名考生抽签排座。任何人都可以核对：同样的考场总是得到同样的座位。</translation>
    </message>
    <message>
        <source>Seats given before, also by hand, are replaced.</source>
        <translation>此前的座位（包括手工调整的）会被替换。</translation>
    </message>
    <message>
        <source>Draw the seats</source>
        <translation>抽签排座</translation>
    </message>
    <message>
        <source>Seats drawn for {n} candidates; neighbours of one unit: {clashes}.</source>
        <translation>已为 {n} 名考生排座；同单位相邻 {clashes} 对。</translation>
    </message>
    <message>
        <source>All candidates of this sitting lose their seats. The rooms stay.</source>
        <translation>本场次全部考生的座位将被清空，考场保留。</translation>
    </message>
    <message>
        <source>Clear the seats</source>
        <translation>清空座位</translation>
    </message>
    <message>
        <source>{name} sits at {seat} now.</source>
        <translation>{name} 现在坐 {seat} 号。</translation>
    </message>
    <message>
        <source>Neighbours of one unit</source>
        <translation>同单位相邻</translation>
    </message>
    <message>
        <source>These pairs could not be kept apart. Move one of each by hand if you can.</source>
        <translation>以下考生未能分开。如有可能，请手工调整其中一人。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>RoomsPage</name>
    <message>
        <source>Take over rooms…</source>
        <translation>沿用考场…</translation>
    </message>
    <message>
        <source>Add rooms…</source>
        <translation>添加考场…</translation>
    </message>
    <message>
        <source>Draw the seats…</source>
        <translation>抽签排座…</translation>
    </message>
    <message>
        <source>Rooms and seats</source>
        <translation>考场安排</translation>
    </message>
    <message>
        <source>Where the candidates of the written exam sit</source>
        <translation>笔试考生的考场与座位</translation>
    </message>
    <message>
        <source>Arrows walk   Enter picks up, Enter puts down   Esc puts back</source>
        <translation>方向键移动   Enter 拿起，再按 Enter 放下   Esc 放回</translation>
    </message>
    <message>
        <source>Add the rooms with their desks and draw the seats: the dice of the random draw decide, and nobody sits beside a colleague where the room allows. To move somebody, press Enter on the desk, go to another one, also in another room, and press Enter again. Who sits there changes places.</source>
        <translation>先添加考场和座位，再抽签排座：由随机抽取时的骰子决定，在座位允许的情况下，同一单位的人不相邻。需要手工调整时，在座位上按 Enter 拿起，走到另一个座位（也可以在别的考场）再按 Enter；原来坐在那里的考生与其互换。</translation>
    </message>
    <message>
        <source>There is no sitting yet. Make one for the drawn people; then their rooms can be arranged.</source>
        <translation>还没有考试场次。请先为抽中人员建立场次，再安排考场。</translation>
    </message>
    <message>
        <source>Go to the written round</source>
        <translation>去笔试页面</translation>
    </message>
    <message>
        <source>Look at the draw</source>
        <translation>查看抽取结果</translation>
    </message>
    <message>
        <source>No room has been added yet. A room is a grid of desks; places without a desk are marked later.</source>
        <translation>还没有考场。考场是若干行、若干列的座位；不能用的位置稍后再标出。</translation>
    </message>
    <message>
        <source>Take over the rooms of another sitting</source>
        <translation>沿用其他场次的考场</translation>
    </message>
    <message>
        <source>candidates</source>
        <translation>考生</translation>
    </message>
    <message>
        <source>desks</source>
        <translation>个座位</translation>
    </message>
    <message>
        <source>without a seat</source>
        <translation>人未排座</translation>
    </message>
    <message>
        <source>neighbours of one unit</source>
        <translation>对同单位相邻</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>考场</translation>
    </message>
    <message>
        <source>Plan of the room</source>
        <translation>考场座次图</translation>
    </message>
    <message>
        <source>seats drawn by lot</source>
        <translation>座位已抽签</translation>
    </message>
    <message>
        <source>{n} rooms</source>
        <translation>{n} 个考场</translation>
    </message>
    <message>
        <source>Seat {seat}, row {row}, desk {column}</source>
        <translation>座位 {seat}（第 {row} 排第 {column} 列）</translation>
    </message>
    <message>
        <source>free</source>
        <translation>空位</translation>
    </message>
    <message>
        <source>{n} desks are missing.</source>
        <translation>还缺 {n} 个座位。</translation>
    </message>
    <message>
        <source>&amp;Add rooms…</source>
        <translation>添加考场(&amp;A)…</translation>
    </message>
    <message>
        <source>{n} candidates have no seat yet, perhaps because they stepped up after a strike.</source>
        <translation>有 {n} 名考生还没有座位，可能是递补上来的。</translation>
    </message>
    <message>
        <source>&amp;Seat them</source>
        <translation>安排座位(&amp;S)</translation>
    </message>
    <message>
        <source>There are desks for everybody. Draw the seats now.</source>
        <translation>座位足够，可以抽签排座了。</translation>
    </message>
    <message>
        <source>{n} pairs of one unit still sit beside, before or diagonal to each other.</source>
        <translation>仍有 {n} 对同单位考生左右、前后或斜向相邻。</translation>
    </message>
    <message>
        <source>Show the &amp;list…</source>
        <translation>查看名单(&amp;L)…</translation>
    </message>
    <message>
        <source>Everybody has a seat, and nobody sits near a colleague.</source>
        <translation>全部考生都有座位，没有同单位考生相邻。</translation>
    </message>
    <message>
        <source>The papers are sealed, the marks are locked, or your role may not do this.</source>
        <translation>试卷已密封、成绩已锁定，或您的角色无权操作。</translation>
    </message>
    <message>
        <source>{name} is picked up. Go to another desk, also in another room, and press Enter; Esc puts back.</source>
        <translation>已拿起 {name}。走到另一个座位（也可以换考场）按 Enter 放下；Esc 放回原处。</translation>
    </message>
    <message>
        <source>&amp;Put back</source>
        <translation>放回(&amp;P)</translation>
    </message>
</context>
<context>
    <name>RoomsTable</name>
    <message>
        <source>Room</source>
        <translation>考场</translation>
    </message>
    <message>
        <source>Seated</source>
        <translation>已排座</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>相邻</translation>
    </message>
    <message>
        <source>{room}: {one} (seat {one_seat}) and {other} (seat {other_seat}), {unit}</source>
        <translation>{room}：{one}（{one_seat} 号）与 {other}（{other_seat} 号），{unit}</translation>
    </message>
</context>
<context>
    <name>RosterFilters</name>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Active people</source>
        <translation>在册人员</translation>
    </message>
    <message>
        <source>Window staff on duty</source>
        <translation>在岗窗口人员</translation>
    </message>
    <message>
        <source>Not certified</source>
        <translation>未持证</translation>
    </message>
    <message>
        <source>Deactivated</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Find by name, number, unit or pinyin initials (Ctrl+F)</source>
        <translation>按姓名、工号、单位或拼音首字母查找（Ctrl+F）</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>全部单位</translation>
    </message>
</context>
<context>
    <name>RosterImportDialog</name>
    <message>
        <source>Import the roster from {name}</source>
        <translation>导入花名册：{name}</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>&amp;Deactivate the people whom the file does not name</source>
        <translation>同时停用文件中没有的人员(&amp;D)</translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation>另选文件…</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>正在读取文件…</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>正在读取文件</translation>
    </message>
    <message>
        <source>Or choose the columns above.</source>
        <translation>也可以在上方指定各列。</translation>
    </message>
    <message>
        <source>Workbooks and CSV (*.xlsx *.xlsm *.csv);;All files (*)</source>
        <translation>工作簿和 CSV (*.xlsx *.xlsm *.csv);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Import the roster</source>
        <translation>导入花名册</translation>
    </message>
    <message>
        <source>Import {n} people</source>
        <translation>导入 {n} 人</translation>
    </message>
    <message>
        <source>Nothing is imported while there are errors. Correct them in the file and import it again.</source>
        <translation>有错误时不会导入任何人。请在文件中改正后重新导入。</translation>
    </message>
    <message>
        <source>This very file was imported on {day} by {person}; nothing has changed since.</source>
        <translation>这份文件已由{person}于 {day} 导入，之后没有变化。</translation>
    </message>
    <message>
        <source>Everybody in this file stands in the roster already, with the same data.</source>
        <translation>文件中的人员都已在花名册里，资料也相同。</translation>
    </message>
    <message>
        <source>A backup is made first. Either everybody is taken in, or nobody.</source>
        <translation>导入前先自动备份；要么全部导入，要么一个也不导入。</translation>
    </message>
    <message>
        <source>Importing the roster</source>
        <translation>正在导入花名册</translation>
    </message>
    <message>
        <source>Imported: {added} new, {changed} changed, {left} deactivated</source>
        <translation>已导入：新增 {added} 人，变更 {changed} 人，停用 {left} 人</translation>
    </message>
</context>
<context>
    <name>RosterPage</name>
    <message>
        <source>Roster</source>
        <translation>花名册</translation>
    </message>
    <message>
        <source>Everybody who may be drawn or nominated</source>
        <translation>可以抽取或推荐的全部人员</translation>
    </message>
    <message>
        <source>Ctrl+F search   Enter change   Ctrl+C copy   drag a workbook here to import it</source>
        <translation>Ctrl+F 查找   Enter 修改   Ctrl+C 复制   拖入工作簿即可导入</translation>
    </message>
    <message>
        <source>Import the list of each unit or of all units: columns are found by their titles, every problem is shown with its row, and either everybody is taken or nobody. Search by name, staff number, unit or pinyin initials (zw finds 张伟). People who leave are deactivated, never deleted. When the list is final, lock the roster on the page Competition setup.</source>
        <translation>可以逐个单位导入，也可以一次导入全部单位的名单：程序按表头自动识别各列，逐行列出所有问题，要么全部导入，要么一个也不导入。可按姓名、工号、单位或拼音首字母查找（输入 zw 可找到张伟）。离开的人员只停用、不删除。名单确定后，请在“赛事设置”页锁定花名册。</translation>
    </message>
    <message>
        <source>Template…</source>
        <translation>下载模板…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Add person…</source>
        <translation>添加人员…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Nobody is on the roster yet. Import the list that the units sent, or drag the workbook here.</source>
        <translation>花名册还是空的。请导入各单位报送的名单，也可以把工作簿直接拖到这里。</translation>
    </message>
    <message>
        <source>Import the roster…</source>
        <translation>导入花名册…</translation>
    </message>
    <message>
        <source>Download a template to fill in</source>
        <translation>下载空白模板</translation>
    </message>
    <message>
        <source>on the roster</source>
        <translation>在册人员</translation>
    </message>
    <message>
        <source>units</source>
        <translation>个单位</translation>
    </message>
    <message>
        <source>window staff on duty</source>
        <translation>在岗窗口人员</translation>
    </message>
    <message>
        <source>of them certified</source>
        <translation>其中已持证</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Deactivate…</source>
        <translation>停用…</translation>
    </message>
    <message>
        <source>Refresh (F5)</source>
        <translation>刷新（F5）</translation>
    </message>
    <message>
        <source>The roster was locked by {person}; nobody can change it now.</source>
        <translation>花名册已由{person}锁定，现在不能修改。</translation>
    </message>
    <message>
        <source>Go to setup</source>
        <translation>前往赛事设置</translation>
    </message>
    <message>
        <source>You may look at the roster; the competition office changes it.</source>
        <translation>您可以查看花名册，由竞赛办公室维护。</translation>
    </message>
    <message>
        <source>{total} people</source>
        <translation>共 {total} 人</translation>
    </message>
    <message>
        <source>{shown} of {total} people are shown</source>
        <translation>显示 {shown} 人，共 {total} 人</translation>
    </message>
    <message>
        <source>The roster is locked.</source>
        <translation>花名册已锁定。</translation>
    </message>
    <message>
        <source>Only the office may do this.</source>
        <translation>只有竞赛办公室可以操作。</translation>
    </message>
    <message>
        <source>Choose a person in the table first.</source>
        <translation>请先在表中选择一名人员。</translation>
    </message>
    <message>
        <source>Take in again</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Workbooks and CSV (*.xlsx *.xlsm *.csv);;All files (*)</source>
        <translation>工作簿和 CSV (*.xlsx *.xlsm *.csv);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Import the roster</source>
        <translation>导入花名册</translation>
    </message>
    <message>
        <source>Roster template.xlsx</source>
        <translation>花名册模板.xlsx</translation>
    </message>
    <message>
        <source>Roster.xlsx</source>
        <translation>花名册.xlsx</translation>
    </message>
    <message>
        <source>Writing the workbook</source>
        <translation>正在写入工作簿</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx)</source>
        <translation>工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>A person belongs to a unit, and there is no unit yet. Add one on the setup page first.</source>
        <translation>人员须属于某个单位，目前还没有单位。请先在“赛事设置”页添加单位。</translation>
    </message>
</context>
<context>
    <name>RosterPreview</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Not in the file</source>
        <translation>文件中没有</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Preview ({n})</source>
        <translation>预览（{n}）</translation>
    </message>
    <message>
        <source>Problems ({n})</source>
        <translation>问题（{n}）</translation>
    </message>
    <message>
        <source>Not in the file ({n})</source>
        <translation>文件中没有（{n}）</translation>
    </message>
    <message>
        <source>New units, made by the import ({n}): {units}</source>
        <translation>导入时将新建单位（{n}）：{units}</translation>
    </message>
    <message>
        <source>{n} rows</source>
        <translation>{n} 行</translation>
    </message>
    <message>
        <source>{n} errors</source>
        <translation>{n} 处错误</translation>
    </message>
    <message>
        <source>{n} notices</source>
        <translation>{n} 处提示</translation>
    </message>
    <message>
        <source>{n} new</source>
        <translation>新增 {n}</translation>
    </message>
    <message>
        <source>{n} changed</source>
        <translation>变更 {n}</translation>
    </message>
    <message>
        <source>{n} as before</source>
        <translation>不变 {n}</translation>
    </message>
    <message>
        <source>{n} not in the file</source>
        <translation>文件中没有 {n}</translation>
    </message>
    <message>
        <source>is taken in again</source>
        <translation>恢复在册</translation>
    </message>
</context>
<context>
    <name>RosterTable</name>
    <message>
        <source>Active</source>
        <translation>在册</translation>
    </message>
    <message>
        <source>Deactivated</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Off duty</source>
        <translation>离岗</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Staff number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>营业厅</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Window staff</source>
        <translation>窗口人员</translation>
    </message>
    <message>
        <source>Certified</source>
        <translation>持证</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Takes part</source>
        <translation>参赛</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>简称</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>What is wrong, and what to do</source>
        <translation>问题与处理办法</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>变更内容</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>入职日期</translation>
    </message>
    <message>
        <source>On duty</source>
        <translation>在岗</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>RuleLine</name>
    <message>
        <source>Back to the default: {rule}</source>
        <translation>恢复默认：{rule}</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Its stage is locked.</source>
        <translation>所属阶段已锁定。</translation>
    </message>
    <message>
        <source>default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已改</translation>
    </message>
</context>
<context>
    <name>RulesPanel</name>
    <message>
        <source>Back to the defaults…</source>
        <translation>恢复默认…</translation>
    </message>
    <message>
        <source>{n} of {total} rules differ from the scheme's default</source>
        <translation>{total} 项规则中有 {n} 项与方案默认值不同</translation>
    </message>
    <message>
        <source>Every rule is the scheme's default</source>
        <translation>全部规则均为方案默认值</translation>
    </message>
    <message>
        <source>Saved: {rule}</source>
        <translation>已保存：{rule}</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Every rule of an open stage gets the scheme's default again. The journal keeps the old values.</source>
        <translation>未锁定阶段的全部规则将恢复为方案默认值，原值保留在日志中。</translation>
    </message>
    <message>
        <source>Back to the defaults</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Every open rule is the scheme's default again.</source>
        <translation>未锁定的规则已全部恢复默认。</translation>
    </message>
</context>
<context>
    <name>SHOWN</name>
    <message>
        <source>The results are published. This cannot be taken back.</source>
        <translation>成绩将公布，此操作不能撤回。</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>公布</translation>
    </message>
    <message>
        <source>Locking the marks takes two people.</source>
        <translation>锁定成绩需要两人确认。</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>The account will not be able to sign in any more.</source>
        <translation>该账号将不能再登录。</translation>
    </message>
    <message>
        <source>Close the account</source>
        <translation>停用账号</translation>
    </message>
</context>
<context>
    <name>SeatPlan</name>
    <message>
        <source>Teacher's desk</source>
        <translation>讲台</translation>
    </message>
    <message>
        <source>Door</source>
        <translation>门</translation>
    </message>
</context>
<context>
    <name>SecondEntry</name>
    <message>
        <source>This candidate did not sit the exam. Look whether the number is right.</source>
        <translation>该考生没有参加考试，请核对号码是否正确。</translation>
    </message>
    <message>
        <source>Typed a second time by {name}. A third person settles a difference.</source>
        <translation>已由{name}二次录入；如有不一致，由第三人裁定。</translation>
    </message>
    <message>
        <source>You made the first entry here; the second is for somebody else</source>
        <translation>首次录入由您完成，二次录入须由其他人完成</translation>
    </message>
    <message>
        <source>No paper</source>
        <translation>无试卷</translation>
    </message>
    <message>
        <source>Zeroed: needs no mark</source>
        <translation>作弊零分，无需评分</translation>
    </message>
    <message>
        <source>Typed again</source>
        <translation>已二次录入</translation>
    </message>
    <message>
        <source>For somebody else</source>
        <translation>须由他人录入</translation>
    </message>
    <message>
        <source>Being entered</source>
        <translation>录入中</translation>
    </message>
    <message>
        <source>To enter</source>
        <translation>待录入</translation>
    </message>
</context>
<context>
    <name>SecondEntryTab</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>All papers</source>
        <translation>全部试卷</translation>
    </message>
    <message>
        <source>To type again</source>
        <translation>待二次录入</translation>
    </message>
    <message>
        <source>Find by number (Ctrl+F)</source>
        <translation>按号码查找 (Ctrl+F)</translation>
    </message>
    <message>
        <source>The marks are locked, so nothing is typed a second time any more. Corrections are proposed instead.</source>
        <translation>成绩已锁定，不能再作二次录入；如有错误请提出更正。</translation>
    </message>
    <message>
        <source>{n} / {total} papers typed a second time</source>
        <translation>已二次录入 {n} / {total} 份</translation>
    </message>
</context>
<context>
    <name>SecondPersonDialog</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
</context>
<context>
    <name>ServerDialog</name>
    <message>
        <source>A competition on a server</source>
        <translation>打开服务器上的赛事</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Several workstations share a PostgreSQL database. Ask whoever runs the server for these four.</source>
        <translation>多台工作站共用一个 PostgreSQL 数据库。请向服务器管理员询问以下四项。</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>服务器(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Database</source>
        <translation>数据库(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>用户(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>密码(&amp;P)</translation>
    </message>
    <message>
        <source>Not kept: it is asked for each time.</source>
        <translation>不会保存，每次打开时输入。</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>This workstation</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>People who sign in</source>
        <translation>人员账号</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>The rules of the competition are on the page Competition setup</source>
        <translation>赛事规则请到“赛事设置”页面修改</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>外观与语言</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>After {n} minutes</source>
        <translation>{n} 分钟后</translation>
    </message>
    <message>
        <source>Down: the next candidate</source>
        <translation>向下：下一位选手</translation>
    </message>
    <message>
        <source>Right: the next judge</source>
        <translation>向右：下一位评委</translation>
    </message>
    <message>
        <source>At the desk</source>
        <translation>录入与锁定</translation>
    </message>
    <message>
        <source>Lock by itself</source>
        <translation>自动锁定</translation>
    </message>
    <message>
        <source>Without a key or click; everything typed stays. The sample is never locked.</source>
        <translation>无按键、无点击达到此时间即锁定；已输入的内容保留。样例不会锁定。</translation>
    </message>
    <message>
        <source>Enter goes</source>
        <translation>回车方向</translation>
    </message>
    <message>
        <source>In the grids in which marks are entered.</source>
        <translation>用于各成绩录入表格。</translation>
    </message>
    <message>
        <source>Kept for this workstation</source>
        <translation>已保存到本机</translation>
    </message>
</context>
<context>
    <name>SetupPage</name>
    <message>
        <source>Competition</source>
        <translation>赛事</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Competition setup</source>
        <translation>赛事设置</translation>
    </message>
    <message>
        <source>Name and days, units, rules; each stage is locked when its work is done</source>
        <translation>名称与日期、单位、规则；每个阶段完成后锁定</translation>
    </message>
    <message>
        <source>Ctrl+Tab next tab   a changed rule is saved at once</source>
        <translation>Ctrl+Tab 下一页签   规则改动立即保存</translation>
    </message>
    <message>
        <source>Name the competition and its host as they stand on certificates. The units come from the roster or are added here. Every rule has the scheme's default and may be changed until its stage is locked; a change that would move places or awards is shown first. Each change stands in the journal with the old value. Lock a stage when its work is done.</source>
        <translation>按证书上的写法填写赛事名称和主办单位。单位来自花名册，也可在此添加。每条规则都有方案默认值，所属阶段锁定之前可以修改；会使名次或奖项变动的修改，先列出变动再保存。每次修改连同原值记入操作日志。一个阶段的工作完成后请锁定。</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Nobody in the list has the ticket number {ticket}. Press Enter to look in the whole sitting.</source>
        <translation>列表中没有准考证号 {ticket}。按 Enter 可在整个场次中查找。</translation>
    </message>
    <message>
        <source>Scan or type a ticket number first, or choose a row in the list.</source>
        <translation>请先扫描或输入准考证号，或在列表中选择一行。</translation>
    </message>
    <message>
        <source>{name} belongs to {room}. Send the candidate there.</source>
        <translation>{name} 属于 {room}，请引导考生前往。</translation>
    </message>
    <message>
        <source>{name} is in the list already: {state}.</source>
        <translation>{name} 已在名单中：{state}。</translation>
    </message>
    <message>
        <source>Let the candidate in</source>
        <translation>准许入场</translation>
    </message>
    <message>
        <source>T&amp;ry again</source>
        <translation>再试一次(&amp;R)</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Person's &amp;name</source>
        <translation>姓名(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>密码(&amp;P)</translation>
    </message>
</context>
<context>
    <name>SittingDialog</name>
    <message>
        <source>New sitting</source>
        <translation>新建场次</translation>
    </message>
    <message>
        <source>Make the sitting</source>
        <translation>建立场次</translation>
    </message>
    <message>
        <source>For the {n} drawn people who have no sitting yet. They get ticket numbers in order.</source>
        <translation>为尚未安排场次的 {n} 名抽中人员建立，按顺序编排准考证号。</translation>
    </message>
    <message>
        <source>Change the sitting</source>
        <translation>修改场次</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Sections can be changed until the first mark stands.</source>
        <translation>录入第一个成绩之前，可以修改试卷各部分。</translation>
    </message>
    <message>
        <source>Name of the sitting</source>
        <translation>场次名称</translation>
    </message>
    <message>
        <source>Left empty, it is numbered.</source>
        <translation>留空则自动编号。</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>开考时间</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>时长（分钟）</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>One a line with its full mark, such as 客观题 60. Empty: one mark for the whole paper.</source>
        <translation>每行一个部分及其满分，例如：客观题 60。留空则全卷只有一个成绩。</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>试卷部分</translation>
    </message>
    <message>
        <source>{unit} · {n} people</source>
        <translation>{unit} · {n} 人</translation>
    </message>
    <message>
        <source>Units that sit</source>
        <translation>参考单位</translation>
    </message>
    <message>
        <source>Units that are left out wait for another sitting.</source>
        <translation>未勾选的单位可另建场次。</translation>
    </message>
    <message>
        <source>All units ({n} people chosen)</source>
        <translation>全部单位（已选 {n} 人）</translation>
    </message>
</context>
<context>
    <name>StaffDialog</name>
    <message>
        <source>Add a person</source>
        <translation>添加人员</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Change a person</source>
        <translation>修改人员</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Staff &amp;number</source>
        <translation>工号(&amp;N)</translation>
    </message>
    <message>
        <source>Letters, digits, dots and hyphens; zeros in front stay.</source>
        <translation>字母、数字、点和短横线；前面的 0 会保留。</translation>
    </message>
    <message>
        <source>N&amp;ame</source>
        <translation>姓名(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>单位(&amp;U)</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>Se&amp;x</source>
        <translation>性别(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Outlet</source>
        <translation>营业厅(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Post</source>
        <translation>岗位(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Since</source>
        <translation>入职日期(&amp;S)</translation>
    </message>
    <message>
        <source>e.g. 2015-03-01</source>
        <translation>例如 2015-03-01</translation>
    </message>
    <message>
        <source>No&amp;te</source>
        <translation>备注(&amp;T)</translation>
    </message>
    <message>
        <source>on &amp;duty</source>
        <translation>在岗(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;window staff (may be drawn)</source>
        <translation>窗口人员，可被抽取(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;certified for the post</source>
        <translation>持证上岗(&amp;C)</translation>
    </message>
</context>
<context>
    <name>StageDialog</name>
    <message>
        <source>Lock the stage {stage}</source>
        <translation>锁定阶段：{stage}</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Nothing of this stage can be changed afterwards. A backup is made first.</source>
        <translation>锁定后，本阶段的内容不能再修改。锁定前先自动备份。</translation>
    </message>
    <message>
        <source>&amp;Witness</source>
        <translation>见证人(&amp;W)</translation>
    </message>
    <message>
        <source>Name of the second person, e.g. the supervisor; may stay empty.</source>
        <translation>第二人姓名，例如监督员；可不填。</translation>
    </message>
    <message>
        <source>Open the stage {stage} again</source>
        <translation>重新开放阶段：{stage}</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新开放</translation>
    </message>
    <message>
        <source>What was settled can then be changed again. The reason stands in the journal. A backup is made first.</source>
        <translation>开放后，已确定的内容又可以修改。原因将记入日志。开放前先自动备份。</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>原因(&amp;R)</translation>
    </message>
    <message>
        <source>Required.</source>
        <translation>必填。</translation>
    </message>
</context>
<context>
    <name>StageTimes</name>
    <message>
        <source>Entrant code</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Time taken</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Over the limit</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Deduction</source>
        <translation>扣分</translation>
    </message>
    <message>
        <source>Typed by</source>
        <translation>录入人</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>已复核</translation>
    </message>
</context>
<context>
    <name>StageTimesDialog</name>
    <message>
        <source>Times on stage</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Times on stage · {item}</source>
        <translation>用时 · {item}</translation>
    </message>
    <message>
        <source>Time on stage</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Write it down (Enter)</source>
        <translation>记录（Enter）</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The item is locked.</source>
        <translation>项目已锁定。</translation>
    </message>
    <message>
        <source>Another person verifies the time with the marks.</source>
        <translation>用时与分数一起由另一人复核。</translation>
    </message>
    <message>
        <source>Time of {code}</source>
        <translation>{code} 的用时</translation>
    </message>
    <message>
        <source>{code}: {time}, within the limit.</source>
        <translation>{code}：{time}，未超时。</translation>
    </message>
    <message>
        <source>{code}: {time}, {over} seconds over the limit.</source>
        <translation>{code}：{time}，超时 {over} 秒。</translation>
    </message>
</context>
<context>
    <name>StagesPanel</name>
    <message>
        <source>The name, host and days of the competition.</source>
        <translation>赛事名称、主办单位和日期。</translation>
    </message>
    <message>
        <source>Units and people: nobody is added, changed or deactivated.</source>
        <translation>单位与人员：不能再添加、修改或停用。</translation>
    </message>
    <message>
        <source>The plan of the draw and the full mark of the written exam.</source>
        <translation>抽取方案和笔试满分。</translation>
    </message>
    <message>
        <source>Sittings, attendance and written marks with their rules.</source>
        <translation>考试场次、参考状态、笔试成绩及其规则。</translation>
    </message>
    <message>
        <source>Finalists, groups, items, panels and the rules of panel marks.</source>
        <translation>决赛选手、分组、竞赛项目、评委组及评委打分规则。</translation>
    </message>
    <message>
        <source>How totals, ties and awards are worked out.</source>
        <translation>总分、同分处理和奖项的计算办法。</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Open again…</source>
        <translation>重新开放…</translation>
    </message>
    <message>
        <source>Not locked</source>
        <translation>未锁定</translation>
    </message>
    <message>
        <source>Lock…</source>
        <translation>锁定…</translation>
    </message>
    <message>
        <source>Locked by {person} in the presence of {witness}, {when}</source>
        <translation>{when} 由{person}锁定，见证人：{witness}</translation>
    </message>
    <message>
        <source>Locked by {person}, {when}</source>
        <translation>{when} 由{person}锁定</translation>
    </message>
    <message>
        <source>Opened again: {reason}</source>
        <translation>已重新开放：{reason}</translation>
    </message>
</context>
<context>
    <name>Standings</name>
    <message>
        <source>marks missing</source>
        <translation>缺分数</translation>
    </message>
    <message>
        <source>no total</source>
        <translation>没有总分</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>+ / −</source>
        <translation>加减分</translation>
    </message>
    <message>
        <source>Total mark</source>
        <translation>总分</translation>
    </message>
    <message>
        <source>Exam</source>
        <translation>笔试</translation>
    </message>
    <message>
        <source>On-site</source>
        <translation>现场</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>同分依据</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>代表队</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Elites</source>
        <translation>选手</translation>
    </message>
    <message>
        <source>Final part</source>
        <translation>决赛得分</translation>
    </message>
    <message>
        <source>Team total</source>
        <translation>团体总分</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>抽中</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>参考</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>缺考</translation>
    </message>
    <message>
        <source>Excused</source>
        <translation>请假</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>平均分</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组别</translation>
    </message>
    <message>
        <source>Item mark</source>
        <translation>项目成绩</translation>
    </message>
    <message>
        <source>of 100</source>
        <translation>百分制</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>笔试</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Individual</source>
        <translation>个人</translation>
    </message>
    <message>
        <source>Award</source>
        <translation>奖项</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>变化内容</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Rate in %</source>
        <translation>参考率（%）</translation>
    </message>
    <message>
        <source>All-staff avg.</source>
        <translation>全员平均分</translation>
    </message>
    <message>
        <source>Overall</source>
        <translation>总名次</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>原</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>改动前</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>改动后</translation>
    </message>
    <message>
        <source>on the list of results</source>
        <translation>在名单上</translation>
    </message>
</context>
<context>
    <name>StandingsPage</name>
    <message>
        <source>Publications…</source>
        <translation>历次公布…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>公布…</translation>
    </message>
    <message>
        <source>Standings</source>
        <translation>成绩名次</translation>
    </message>
    <message>
        <source>Places and totals, each with its whole calculation</source>
        <translation>名次与总分，每一项都附完整计算过程</translation>
    </message>
    <message>
        <source>Up/Down choose a line   Ctrl+F search   Ctrl+C copy</source>
        <translation>↑↓ 选择一行   Ctrl+F 查找   Ctrl+C 复制</translation>
    </message>
    <message>
        <source>The draft follows every mark as it is entered. Choose a line to see its whole calculation at the right. A mark that is still missing gives no number, never a zero. Publish freezes the results under a number: everything that is printed comes from it, and a later publication says what changed.</source>
        <translation>草稿随每个录入的分数实时更新。选择一行，右侧显示完整的计算过程。缺少的分数不会当作 0，也不会得出总分。“公布”把成绩按编号封存，打印都以它为准；以后再公布时会列出变化。</translation>
    </message>
    <message>
        <source>There are no marks yet, so there are no standings. Enter the marks of the written round first.</source>
        <translation>还没有分数，因此没有名次。请先录入笔试成绩。</translation>
    </message>
    <message>
        <source>Enter written marks</source>
        <translation>录入笔试成绩</translation>
    </message>
    <message>
        <source>Enter marks of the final</source>
        <translation>录入决赛评分</translation>
    </message>
    <message>
        <source>Nothing has been published yet. Until then only the competition office sees the results.</source>
        <translation>成绩尚未公布。公布之前只有竞赛办公室能看到成绩。</translation>
    </message>
    <message>
        <source>elites ranked</source>
        <translation>名选手已排名</translation>
    </message>
    <message>
        <source>teams ranked</source>
        <translation>支代表队已排名</translation>
    </message>
    <message>
        <source>things missing</source>
        <translation>项内容缺少</translation>
    </message>
    <message>
        <source>marks not verified</source>
        <translation>个分数未复核</translation>
    </message>
    <message>
        <source>Choose a line to see how its result was calculated.</source>
        <translation>选择左侧一行，查看成绩是怎样算出来的。</translation>
    </message>
    <message>
        <source>Which results are shown</source>
        <translation>显示哪一版成绩</translation>
    </message>
    <message>
        <source>Name, pinyin, code, number or unit (Ctrl+F)</source>
        <translation>姓名、拼音、编号、工号、单位（Ctrl+F）</translation>
    </message>
    <message>
        <source>Team total…</source>
        <translation>团体总分…</translation>
    </message>
    <message>
        <source>Ties…</source>
        <translation>并列名次…</translation>
    </message>
    <message>
        <source>Print calculations…</source>
        <translation>打印计算说明…</translation>
    </message>
    <message>
        <source>Draft: the marks as they stand</source>
        <translation>草稿：按当前分数计算</translation>
    </message>
    <message>
        <source>Publication {number} of {day}</source>
        <translation>第 {number} 号公布（{day}）</translation>
    </message>
    <message>
        <source>Draft from the marks as they stand; not published</source>
        <translation>草稿：按当前分数计算，不是公布的成绩</translation>
    </message>
    <message>
        <source>Publication {number}, check code {code}: frozen, nothing in it can change</source>
        <translation>第 {number} 号公布，校验码 {code}，已封存，不可更改</translation>
    </message>
    <message>
        <source>Not &amp;verified…</source>
        <translation>未复核(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Go there</source>
        <translation>前往处理(&amp;G)</translation>
    </message>
    <message>
        <source>{count} differences from publication {number}: what was printed from it is out of date.</source>
        <translation>与第 {number} 号公布有 {count} 处不同，据其打印的表册已过时。</translation>
    </message>
    <message>
        <source>Show &amp;differences…</source>
        <translation>查看差异(&amp;D)…</translation>
    </message>
    <message>
        <source>Bonus or deduction…</source>
        <translation>加分扣分…</translation>
    </message>
    <message>
        <source>The marks are those of publication {number}; it stands.</source>
        <translation>当前分数与第 {number} 号公布一致，该公布有效。</translation>
    </message>
    <message>
        <source>Everything is in. Look the standings over, then publish them.</source>
        <translation>成绩已齐全。请核对名次，然后公布。</translation>
    </message>
    <message>
        <source>Choose the draft first.</source>
        <translation>请先切换到草稿。</translation>
    </message>
    <message>
        <source>Nothing has changed since the last publication.</source>
        <translation>自上次公布以来没有变化。</translation>
    </message>
    <message>
        <source>Publication {number} is frozen. Print the papers from it now?</source>
        <translation>第 {number} 号公布已封存。现在去打印相关表册吗？</translation>
    </message>
    <message>
        <source>Go to the papers</source>
        <translation>去打印</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>已公布</translation>
    </message>
    <message>
        <source>Team total</source>
        <translation>团体总分</translation>
    </message>
    <message>
        <source>Individual total</source>
        <translation>个人总分</translation>
    </message>
    <message>
        <source>Results {year}</source>
        <translation>{year}年竞赛成绩</translation>
    </message>
    <message>
        <source> (draft)</source>
        <translation>（草稿）</translation>
    </message>
    <message>
        <source> no. {number}</source>
        <translation>（第 {number} 号公布）</translation>
    </message>
    <message>
        <source>Writing the workbook</source>
        <translation>正在写入工作簿</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx)</source>
        <translation>工作簿 (*.xlsx)</translation>
    </message>
</context>
<context>
    <name>StandingsTables</name>
    <message>
        <source>Individual standing</source>
        <translation>个人成绩</translation>
    </message>
    <message>
        <source>Team standing</source>
        <translation>团体成绩</translation>
    </message>
    <message>
        <source>All-staff round</source>
        <translation>全员练兵</translation>
    </message>
    <message>
        <source>Standing of one item</source>
        <translation>单项名次</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Standing of one group</source>
        <translation>小组名次</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组别</translation>
    </message>
    <message>
        <source>Individuals</source>
        <translation>个人</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>团体</translation>
    </message>
    <message>
        <source>Single items</source>
        <translation>单项</translation>
    </message>
    <message>
        <source>By group</source>
        <translation>分组名次</translation>
    </message>
    <message>
        <source>place {place}</source>
        <translation>第 {place} 名</translation>
    </message>
    <message>
        <source>no place</source>
        <translation>无名次</translation>
    </message>
    <message>
        <source>Group {letter}</source>
        <translation>{letter} 组</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Open the sample</source>
        <translation>打开样例</translation>
    </message>
    <message>
        <source>New competition…</source>
        <translation>新建赛事…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Look around</source>
        <translation>先看一看</translation>
    </message>
    <message>
        <source>A made-up competition with every stage filled. Try everything: nothing can go wrong in it.</source>
        <translation>一场虚构的赛事，各阶段都有数据。尽管试用，不会出错。</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>从头开始</translation>
    </message>
    <message>
        <source>Name this year's competition and become its office. The roster comes next.</source>
        <translation>为今年的赛事命名，您即成为竞赛办公室。下一步导入花名册。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>A competition that is kept in a file of this computer, or on a database server.</source>
        <translation>打开本机文件或数据库服务器中的赛事。</translation>
    </message>
    <message>
        <source>From a server…</source>
        <translation>从服务器打开…</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎使用</translation>
    </message>
    <message>
        <source>Service skills competition and all-staff muster: from the roster to the certificates</source>
        <translation>服务技能大赛暨全员大比武：从花名册到荣誉证书</translation>
    </message>
    <message>
        <source>Ctrl+N new   Ctrl+O open   drag a competition file into the window</source>
        <translation>Ctrl+N 新建   Ctrl+O 打开   也可把赛事文件拖入窗口</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>还没有。</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Saved {time}</source>
        <translation>已保存 {time}</translation>
    </message>
</context>
<context>
    <name>StrikeDialog</name>
    <message>
        <source>This alternate will not step up any more.</source>
        <translation>此备选人员不再递补。</translation>
    </message>
    <message>
        <source>No alternate of {unit} is left: the place stays empty.</source>
        <translation>{unit}已无备选，名额将空缺。</translation>
    </message>
    <message>
        <source>{name} ({number}), alternate {place}, steps up.</source>
        <translation>由备选 {place} {name}（{number}）递补。</translation>
    </message>
    <message>
        <source>Strike {name} ({number})</source>
        <translation>划去 {name}（{number}）</translation>
    </message>
    <message>
        <source>Strike</source>
        <translation>划去</translation>
    </message>
    <message>
        <source>Ill</source>
        <translation>病假</translation>
    </message>
    <message>
        <source>On leave</source>
        <translation>休假</translation>
    </message>
    <message>
        <source>Left the post</source>
        <translation>离岗</translation>
    </message>
    <message>
        <source>On a business trip</source>
        <translation>出差</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>原因(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Approved by</source>
        <translation>批准人(&amp;A)</translation>
    </message>
    <message>
        <source>Reason and approver are printed on the draw record.</source>
        <translation>原因和批准人将印在抽取记录表上。</translation>
    </message>
</context>
<context>
    <name>SubstituteDialog</name>
    <message>
        <source>{name} of {unit} is replaced. The substitute takes over group and code.</source>
        <translation>替换{unit}的{name}。替补沿用其组别和编号。</translation>
    </message>
    <message>
        <source>Put a substitute in</source>
        <translation>替换选手</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>原因(&amp;R)</translation>
    </message>
    <message>
        <source>It stays in the journal.</source>
        <translation>原因将记入日志。</translation>
    </message>
    <message>
        <source>Find by name, number or pinyin initials (Ctrl+F)</source>
        <translation>按姓名、工号或拼音首字母查找 (Ctrl+F)</translation>
    </message>
    <message>
        <source>People of the unit</source>
        <translation>单位人员</translation>
    </message>
    <message>
        <source>Choose the substitute in the table.</source>
        <translation>请在表格中选择替补。</translation>
    </message>
</context>
<context>
    <name>TeamTile</name>
    <message>
        <source>tied for place {n}</source>
        <translation>并列第 {n} 名</translation>
    </message>
    <message>
        <source>place {n}</source>
        <translation>第 {n} 名</translation>
    </message>
    <message>
        <source>extra {points}</source>
        <translation>加赛 {points}</translation>
    </message>
    <message>
        <source>key {n}</source>
        <translation>按键 {n}</translation>
    </message>
</context>
<context>
    <name>TeamTotalDialog</name>
    <message>
        <source>How the team total is built</source>
        <translation>团体总分的计算方法</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Each component is rounded, weighted, rounded again and added.</source>
        <translation>每个组成部分先四舍五入，乘以权重后再四舍五入，然后相加。</translation>
    </message>
    <message>
        <source>Team &amp;total</source>
        <translation>团体总分(&amp;T)</translation>
    </message>
    <message>
        <source>Own components</source>
        <translation>自定义构成</translation>
    </message>
    <message>
        <source>How many of the best</source>
        <translation>取最好的几名</translation>
    </message>
    <message>
        <source>Weight in %</source>
        <translation>权重（%）</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Put together by</source>
        <translation>汇总方式</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Remove the chosen component</source>
        <translation>删除所选组成部分</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Weights together: {sum} %</source>
        <translation>权重合计：{sum}%</translation>
    </message>
    <message>
        <source>Type weight and count as numbers.</source>
        <translation>请用数字填写权重和名数。</translation>
    </message>
    <message>
        <source>Add at least one component.</source>
        <translation>请至少添加一个组成部分。</translation>
    </message>
</context>
<context>
    <name>TieEndDialog</name>
    <message>
        <source>Shared places</source>
        <translation>并列名次</translation>
    </message>
    <message>
        <source>Record the result</source>
        <translation>记录结果</translation>
    </message>
    <message>
        <source>No key separates these. They share the place and its award, unless an extra quiz or a lot decides.</source>
        <translation>下列人员或代表队各项依据均相同，名次并列、奖项同得；也可用加赛或抽签分出先后。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>&amp;Shared place</source>
        <translation>并列名次(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Decided by</source>
        <translation>决定方式(&amp;D)</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>先后</translation>
    </message>
    <message>
        <source>&amp;What happened</source>
        <translation>经过(&amp;W)</translation>
    </message>
    <message>
        <source>For example: three quick questions, 3 : 2.</source>
        <translation>例如：加赛抢答三题，3 比 2。</translation>
    </message>
    <message>
        <source>W&amp;itness</source>
        <translation>见证人(&amp;I)</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>同分依据</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>By</source>
        <translation>经手人</translation>
    </message>
    <message>
        <source>Recorded so far</source>
        <translation>已有记录</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>The line “What happened” says why.</source>
        <translation>请在“经过”一栏写明撤回原因。</translation>
    </message>
    <message>
        <source>Teams, place {place}</source>
        <translation>团体第 {place} 名</translation>
    </message>
    <message>
        <source>Individuals, place {place}</source>
        <translation>个人第 {place} 名</translation>
    </message>
    <message>
        <source>No place is shared now.</source>
        <translation>目前没有并列名次。</translation>
    </message>
    <message>
        <source>Place of {name}</source>
        <translation>{name}的名次</translation>
    </message>
    <message>
        <source>Choose a place for everybody; who is still equal has the same one.</source>
        <translation>请为每一位选择名次；仍然相同的选同一名次。</translation>
    </message>
</context>
<context>
    <name>TitleHoldersDialog</name>
    <message>
        <source>Type a name or staff number and choose the person from the list.</source>
        <translation>输入姓名或工号，从列表中选择人员。</translation>
    </message>
    <message>
        <source>Who is given “{title}”</source>
        <translation>授予“{title}”称号</translation>
    </message>
    <message>
        <source>Give the title</source>
        <translation>授予称号</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>&amp;Person</source>
        <translation>人员(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>原因(&amp;R)</translation>
    </message>
    <message>
        <source>Optional; it can stand on the certificate.</source>
        <translation>可不填，可印在证书上。</translation>
    </message>
    <message>
        <source>People with this title</source>
        <translation>已获此称号的人员</translation>
    </message>
    <message>
        <source>Take the title away</source>
        <translation>撤销称号</translation>
    </message>
    <message>
        <source>Choose a person first.</source>
        <translation>请先选择人员。</translation>
    </message>
    <message>
        <source>{name} has the title now.</source>
        <translation>已授予 {name}。</translation>
    </message>
</context>
<context>
    <name>UnitAverages</name>
    <message>
        <source>Unit averages</source>
        <translation>单位平均分</translation>
    </message>
    <message>
        <source>How the average came about</source>
        <translation>平均分的由来</translation>
    </message>
    <message>
        <source>Choose a unit in the table.</source>
        <translation>请在表中选择一个单位。</translation>
    </message>
</context>
<context>
    <name>UnitDialog</name>
    <message>
        <source>Add a unit</source>
        <translation>添加单位</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Change a unit</source>
        <translation>修改单位</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>In full, as on certificates and sheets.</source>
        <translation>全称，与证书和表格一致。</translation>
    </message>
    <message>
        <source>Unit &amp;name</source>
        <translation>单位名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Short name</source>
        <translation>简称(&amp;S)</translation>
    </message>
    <message>
        <source>For narrow tables; may stay empty.</source>
        <translation>用于较窄的表格，可不填。</translation>
    </message>
    <message>
        <source>C&amp;ode</source>
        <translation>代码(&amp;O)</translation>
    </message>
    <message>
        <source>Names the unit in the files of the draw. Empty: the next free one, such as U07.</source>
        <translation>抽取文件中用它代表单位。不填则自动编号，如 U07。</translation>
    </message>
    <message>
        <source>takes &amp;part in the competition</source>
        <translation>参加本次赛事(&amp;P)</translation>
    </message>
</context>
<context>
    <name>UnitsPanel</name>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>上移（Alt+↑）</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>下移（Alt+↓）</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Add unit…</source>
        <translation>添加单位…</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>There is no unit yet. The units of the roster's file are made when it is imported.</source>
        <translation>还没有单位。导入花名册时会自动建立文件中的单位。</translation>
    </message>
    <message>
        <source>Go to the roster</source>
        <translation>前往花名册</translation>
    </message>
    <message>
        <source>Add one by hand</source>
        <translation>手工添加</translation>
    </message>
    <message>
        <source>The roster was locked by {person}.</source>
        <translation>花名册已由{person}锁定。</translation>
    </message>
    <message>
        <source>{n} units; lists and sheets follow this order</source>
        <translation>共 {n} 个单位，名单和表格按此顺序排列</translation>
    </message>
</context>
<context>
    <name>UnlockItemDialog</name>
    <message>
        <source>“{item}” was locked by {person} and {witness}.</source>
        <translation>“{item}”已由{person}和{witness}锁定。</translation>
    </message>
    <message>
        <source>Open the marks again</source>
        <translation>重新开放评分</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新开放</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>It stays in the journal.</source>
        <translation>原因将记入日志。</translation>
    </message>
</context>
<context>
    <name>UnlockMarksDialog</name>
    <message>
        <source>{sitting} was locked by {person} and {witness}.</source>
        <translation>“{sitting}”由{person}、{witness}锁定。</translation>
    </message>
    <message>
        <source>Open the marks again</source>
        <translation>重新开放评分</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新开放</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>It stays in the journal.</source>
        <translation>原因将记入日志。</translation>
    </message>
</context>
<context>
    <name>VerifyQueueDialog</name>
    <message>
        <source>Not yet verified</source>
        <translation>尚未复核</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>前往办理</translation>
    </message>
    <message>
        <source>Item or sitting</source>
        <translation>项目或场次</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>Entered by</source>
        <translation>录入人</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>录入时间</translation>
    </message>
    <message>
        <source>Not yet verified: {count}</source>
        <translation>尚未复核：{count} 份</translation>
    </message>
    <message>
        <source>Everything is verified by another person</source>
        <translation>全部成绩均已由另一人复核</translation>
    </message>
</context>
<context>
    <name>VoidCodesDialog</name>
    <message>
        <source>&amp;Reason</source>
        <translation>原因(&amp;R)</translation>
    </message>
</context>
<context>
    <name>VoidDialog</name>
    <message>
        <source>Declare {label} void</source>
        <translation>宣布 {label} 作废</translation>
    </message>
    <message>
        <source>Declare void</source>
        <translation>宣布作废</translation>
    </message>
    <message>
        <source>A void draw stays listed with its reason and cannot be taken back. A sitting made from it goes, too. Another draw needs a new freeze and new dice.</source>
        <translation>作废的抽取连同原因保留在列表中，不能恢复；由它生成的考试场次一并取消。再抽须重新封存、重新掷骰。</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>原因(&amp;R)</translation>
    </message>
</context>
<context>
    <name>VoidEventDialog</name>
    <message>
        <source>No. {number}: {team}, {round}, {result}, {points} points.</source>
        <translation>第 {number} 条：{team}，{round}，{result}，{points} 分。</translation>
    </message>
    <message>
        <source>Void this line</source>
        <translation>作废该行</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>The line stays readable and counts nothing. The scores follow at once.</source>
        <translation>该行仍可查看，但不计分；得分立即重算。</translation>
    </message>
</context>
<context>
    <name>VoidRecheckDialog</name>
    <message>
        <source>Recheck {label} no longer counts. Another one needs a new freeze and new dice.</source>
        <translation>复核 {label} 将不再有效。重新复核需要重新封存、重新掷骰。</translation>
    </message>
    <message>
        <source>Declare the recheck void</source>
        <translation>作废这次复核</translation>
    </message>
    <message>
        <source>Declare void</source>
        <translation>宣布作废</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>原因(&amp;R)</translation>
    </message>
    <message>
        <source>It stays in the journal.</source>
        <translation>原因将记入日志。</translation>
    </message>
</context>
<context>
    <name>WithdrawSealsDialog</name>
    <message>
        <source>Withdraw the sealed numbers</source>
        <translation>撤销密封号</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Only as long as no mark is entered. The numbers on the papers are void then, and sealing begins anew.</source>
        <translation>仅限尚未登分时。试卷上的密封号随即作废，需要重新密封。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Name of the second person</source>
        <translation>第二人姓名</translation>
    </message>
    <message>
        <source>Password of the second person</source>
        <translation>第二人密码</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>This page is not needed in your role.</source>
        <translation>您的角色不需要此页面。</translation>
    </message>
    <message>
        <source>Everything is saved already</source>
        <translation>已全部保存</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Service Skills Competition</source>
        <translation>服务技能竞赛</translation>
    </message>
    <message>
        <source>No competition is open</source>
        <translation>未打开赛事</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样例</translation>
    </message>
    <message>
        <source>Database: {place}</source>
        <translation>数据库：{place}</translation>
    </message>
    <message>
        <source>{role}: {name}</source>
        <translation>{role}：{name}</translation>
    </message>
</context>
<context>
    <name>WrittenCommands</name>
    <message>
        <source>No mark in the rows shown waits for verification.</source>
        <translation>当前显示的行中没有待复核的成绩。</translation>
    </message>
    <message>
        <source>You confirm that {n} papers were compared with the marks entered here. Marks that you entered yourself are left for somebody else.</source>
        <translation>您确认已将 {n} 份试卷与这里录入的成绩逐一核对。您本人录入的成绩会留给他人复核。</translation>
    </message>
    <message>
        <source>Verify {n} papers</source>
        <translation>复核通过 {n} 份</translation>
    </message>
    <message>
        <source>{n} papers verified.</source>
        <translation>已复核 {n} 份。</translation>
    </message>
    <message>
        <source>{n} were entered by you and wait for somebody else.</source>
        <translation>其中 {n} 份由您本人录入，待他人复核。</translation>
    </message>
    <message>
        <source>Locking closes the marks of {sitting}. A second person confirms with name and password.</source>
        <translation>锁定后，“{sitting}”的成绩不能再改。请另一人输入姓名和密码确认。</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Workbooks and CSV (*.xlsx *.xlsm *.csv);;All files (*)</source>
        <translation>工作簿和 CSV (*.xlsx *.xlsm *.csv);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Import marks</source>
        <translation>导入成绩</translation>
    </message>
    <message>
        <source>Writing the workbook</source>
        <translation>正在写入工作簿</translation>
    </message>
    <message>
        <source>Marks {sitting}.xlsx</source>
        <translation>成绩表 {sitting}.xlsx</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx)</source>
        <translation>工作簿 (*.xlsx)</translation>
    </message>
</context>
<context>
    <name>WrittenPage</name>
    <message>
        <source>Written marks</source>
        <translation>笔试成绩</translation>
    </message>
    <message>
        <source>The all-staff written round</source>
        <translation>全员练兵闭卷笔试</translation>
    </message>
    <message>
        <source>Enter next   / absent   * disqualified   + next open   Ctrl+V paste   Ctrl+Z undo</source>
        <translation>Enter 下一位   / 缺考   * 取消资格   + 下一个未录入   Ctrl+V 从 Excel 粘贴   Ctrl+Z 撤销</translation>
    </message>
    <message>
        <source>Template…</source>
        <translation>下载模板…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Verify…</source>
        <translation>复核…</translation>
    </message>
    <message>
        <source>Lock the marks…</source>
        <translation>锁定成绩…</translation>
    </message>
    <message>
        <source>Nobody has been drawn yet. The written round begins with the random draw.</source>
        <translation>还没有抽取人员。笔试从随机抽取开始。</translation>
    </message>
    <message>
        <source>Go to the draw</source>
        <translation>前往随机抽取</translation>
    </message>
    <message>
        <source>Look at the rules of the written round</source>
        <translation>查看笔试规则</translation>
    </message>
    <message>
        <source>The draw is done. Make a sitting for the drawn people, and the grid for their marks opens.</source>
        <translation>抽取已完成。为抽中人员建立考试场次后，即可录入成绩。</translation>
    </message>
    <message>
        <source>Make the sitting…</source>
        <translation>建立场次…</translation>
    </message>
    <message>
        <source>Look at the draw</source>
        <translation>查看抽取结果</translation>
    </message>
    <message>
        <source>Type each mark and press Enter: it is saved at once. / means absent, * disqualified; 请假, 违纪 and 作弊 can be typed too. An empty cell is missing, not zero. Marks are verified by somebody other than their recorder and then locked by two people. Where the rules ask for a second entry, another person types everything again without seeing the first; only differences go to a third person.</source>
        <translation>逐个输入成绩并按回车，立即保存。/ 表示缺考，* 表示取消资格；也可以输入“请假”“违纪”“作弊”。空格表示成绩缺失，不是零分。成绩由录入人以外的人复核，再由两人锁定。规则要求二次录入时，由另一人在看不到首次成绩的情况下全部再录一遍，只有不一致的成绩交第三人裁定。</translation>
    </message>
    <message>
        <source>Your role enters no marks. Let a recorder or the competition office type them.</source>
        <translation>您的角色不登分，请由记分员或竞赛办公室录入。</translation>
    </message>
    <message>
        <source>The marks were locked by {person} and {witness}. Mend a mark by a correction on the page of the recheck, or let the office open the marks again with a reason.</source>
        <translation>成绩已由{person}和{witness}锁定。个别分数请在“复核与更正”页提出更正，或由竞赛办公室写明原因后重新开放。</translation>
    </message>
    <message>
        <source>marks 0–{full}</source>
        <translation>评分 0–{full}</translation>
    </message>
    <message>
        <source>{n} candidates</source>
        <translation>考生 {n} 人</translation>
    </message>
    <message>
        <source>sealed: numbers stand for the people</source>
        <translation>已密封，仅显示密封号</translation>
    </message>
    <message>
        <source>The marks were locked by {person} and {witness}.</source>
        <translation>成绩已由{person}、{witness}锁定。</translation>
    </message>
    <message>
        <source>{n} drawn people have no sitting yet, perhaps because they stepped up after a strike.</source>
        <translation>有 {n} 名抽中人员尚未安排场次，可能是因除名而递补。</translation>
    </message>
    <message>
        <source>&amp;Update the list</source>
        <translation>更新名单(&amp;U)</translation>
    </message>
    <message>
        <source>{n} drawn people of other units have no sitting yet.</source>
        <translation>其他单位还有 {n} 名抽中人员未安排场次。</translation>
    </message>
    <message>
        <source>&amp;New sitting…</source>
        <translation>新建场次(&amp;N)…</translation>
    </message>
    <message>
        <source>Two people read {n} marks differently. A third person settles them.</source>
        <translation>有 {n} 个成绩两人读数不一致，请由第三人裁定。</translation>
    </message>
    <message>
        <source>&amp;Differences</source>
        <translation>录入差异(&amp;D)</translation>
    </message>
    <message>
        <source>Everybody has a mark or a state. {n} papers wait for the second entry by another person.</source>
        <translation>所有人都有成绩或状态。还有 {n} 份试卷等待另一人二次录入。</translation>
    </message>
    <message>
        <source>&amp;Second entry</source>
        <translation>二次录入(&amp;S)</translation>
    </message>
    <message>
        <source>Everybody has a mark or a state. {n} papers wait for somebody other than their recorder.</source>
        <translation>成绩已全部录入，还有 {n} 份待录入人以外的人复核。</translation>
    </message>
    <message>
        <source>&amp;Verify…</source>
        <translation>复核(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Lock the marks…</source>
        <translation>锁定成绩(&amp;L)…</translation>
    </message>
    <message>
        <source>Everything is entered and verified.</source>
        <translation>成绩已全部录入并复核。</translation>
    </message>
    <message>
        <source>There is no sitting yet.</source>
        <translation>还没有考试场次。</translation>
    </message>
    <message>
        <source>The marks are locked.</source>
        <translation>成绩已锁定。</translation>
    </message>
    <message>
        <source>Your role may not do this.</source>
        <translation>您的角色无权操作。</translation>
    </message>
    <message>
        <source>Open again…</source>
        <translation>重新开放…</translation>
    </message>
</context>
<context>
    <name>WrittenResults</name>
    <message>
        <source>Rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Sitting</source>
        <translation>考试场次</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>抽中</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>参考</translation>
    </message>
    <message>
        <source>Participation</source>
        <translation>参考率</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>平均分</translation>
    </message>
    <message>
        <source>Section or question</source>
        <translation>部分或题目</translation>
    </message>
    <message>
        <source>Full mark</source>
        <translation>满分</translation>
    </message>
    <message>
        <source>Papers N</source>
        <translation>试卷数 N</translation>
    </message>
    <message>
        <source>Facility</source>
        <translation>难度</translation>
    </message>
    <message>
        <source>Mean mark / full mark: 1 = everybody had all of it</source>
        <translation>平均分 ÷ 满分；1 表示人人满分</translation>
    </message>
    <message>
        <source>Discrimination</source>
        <translation>区分度</translation>
    </message>
    <message>
        <source>Correlation with the rest of the paper</source>
        <translation>与试卷其余部分的相关系数</translation>
    </message>
    <message>
        <source>Alpha without</source>
        <translation>去掉后的 α</translation>
    </message>
</context>
<context>
    <name>WrittenResultsPage</name>
    <message>
        <source>Print the results…</source>
        <translation>打印成绩…</translation>
    </message>
    <message>
        <source>No sitting is locked yet. Results are shown once the marks of a sitting are locked.</source>
        <translation>还没有锁定的场次。成绩锁定后才在这里显示。</translation>
    </message>
    <message>
        <source>Go to the marks</source>
        <translation>去录入成绩</translation>
    </message>
    <message>
        <source>Results of the written round</source>
        <translation>笔试成绩分析</translation>
    </message>
    <message>
        <source>Standing, units, and how the paper did</source>
        <translation>名次、单位平均分与试卷质量</translation>
    </message>
    <message>
        <source>Up/Down choose a line   Ctrl+F search   Ctrl+C copy</source>
        <translation>↑↓ 选择一行   Ctrl+F 查找   Ctrl+C 复制</translation>
    </message>
    <message>
        <source>Facility is the mean mark divided by the full mark: near 1 everybody knew it, near 0 nobody. Discrimination is the correlation of a section with the rest of the paper: below 0.2 it hardly tells strong papers from weak ones. Alpha says how well the sections measure the same thing. With fewer than 30 papers these figures are a hint at most.</source>
        <translation>难度是平均分除以满分：接近 1 表示人人会，接近 0 表示人人不会。区分度是该部分与其余部分的相关系数：低于 0.2 几乎分不出高低。α 系数表示各部分测的是否同一种能力。不足 30 份试卷时，这些数字仅供参考。</translation>
    </message>
    <message>
        <source>sat / expected</source>
        <translation>实考 / 应考</translation>
    </message>
    <message>
        <source>average mark</source>
        <translation>平均分</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>lowest – highest</source>
        <translation>最低 – 最高</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Analysis of the paper</source>
        <translation>试卷分析</translation>
    </message>
    <message>
        <source>Name, pinyin, number or unit (Ctrl+F)</source>
        <translation>姓名、拼音、编号或单位（Ctrl+F）</translation>
    </message>
    <message>
        <source>Choose a unit to see how its average was calculated.</source>
        <translation>选中一个单位，查看平均分的计算过程。</translation>
    </message>
    <message>
        <source>How the marks spread</source>
        <translation>分数分布</translation>
    </message>
    <message>
        <source>Sections of the paper</source>
        <translation>试卷各部分</translation>
    </message>
    <message>
        <source>{sitting}: alpha {alpha} from {n} papers and {k} items</source>
        <translation>{sitting}：α 系数 {alpha}（{n} 份试卷，{k} 个题项）</translation>
    </message>
    <message>
        <source>one section has no alpha and no discrimination</source>
        <translation>只有一个部分，没有 α 系数和区分度</translation>
    </message>
    <message>
        <source>fewer than {n} papers: a hint at most</source>
        <translation>不足 {n} 份试卷，仅供参考</translation>
    </message>
    <message>
        <source>The averages of the units are shown once the seals are opened: {sittings}.</source>
        <translation>拆封后才显示单位平均分：{sittings}。</translation>
    </message>
    <message>
        <source>The averages of the units are shown once every sitting is locked. Open: {sittings}.</source>
        <translation>所有场次锁定后才显示单位平均分。未锁定：{sittings}。</translation>
    </message>
    <message>
        <source>Sealed numbers stand for the people of {sittings} until the seals are opened.</source>
        <translation>{sittings}尚未拆封，成绩只按密封号显示。</translation>
    </message>
    <message>
        <source>&amp;Go to the marks</source>
        <translation>去录入成绩(&amp;G)</translation>
    </message>
    <message>
        <source>Not locked yet, and not shown here: {sittings}.</source>
        <translation>尚未锁定，未计入：{sittings}。</translation>
    </message>
    <message>
        <source>&amp;Recheck…</source>
        <translation>复核抽检(&amp;R)…</translation>
    </message>
    <message>
        <source>Every sitting is locked.</source>
        <translation>所有场次都已锁定。</translation>
    </message>
    <message>
        <source>place {place}</source>
        <translation>第 {place} 名</translation>
    </message>
</context>
<context>
    <name>WrittenTable</name>
    <message>
        <source>Sealed no.</source>
        <translation>密封号</translation>
    </message>
    <message>
        <source>Ticket no.</source>
        <translation>准考证号</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>座位</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Staff no.</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>To enter</source>
        <translation>待录入</translation>
    </message>
    <message>
        <source>Being entered</source>
        <translation>录入中</translation>
    </message>
    <message>
        <source>To verify</source>
        <translation>待复核</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>已复核</translation>
    </message>
    <message>
        <source>Entered by {name}. Type it again on the tab Second entry; a third person settles a difference.</source>
        <translation>已由{name}登分。请在“二次录入”中再录一遍；如有不一致，由第三人裁定。</translation>
    </message>
    <message>
        <source>You made the second entry here; the first is for somebody else</source>
        <translation>二次录入由您完成，首次录入须由其他人完成</translation>
    </message>
    <message>
        <source>Entered by {name}</source>
        <translation>{name}录入</translation>
    </message>
    <message>
        <source>verified by {name}</source>
        <translation>{name}复核</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>抽中</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>参考</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>缺考</translation>
    </message>
    <message>
        <source>Excused</source>
        <translation>请假</translation>
    </message>
    <message>
        <source>Participation</source>
        <translation>参考率</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>平均分</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>{n} missing</source>
        <translation>尚缺 {n} 人</translation>
    </message>
</context>
<context>
    <name>WrittenTabs</name>
    <message>
        <source>Enter marks</source>
        <translation>录入分数</translation>
    </message>
    <message>
        <source>Second entry</source>
        <translation>二次录入</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>录入进度</translation>
    </message>
    <message>
        <source>Unit averages</source>
        <translation>单位平均分</translation>
    </message>
    <message>
        <source>Differences ({n})</source>
        <translation>录入差异 ({n})</translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>Criterion</source>
        <translation>评分项</translation>
    </message>
    <message>
        <source>Full mark of the criterion</source>
        <translation>该评分项满分</translation>
    </message>
    <message>
        <source>Remove the criterion</source>
        <translation>移除该评分项</translation>
    </message>
</context>
<context>
    <name>_RecentLine</name>
    <message>
        <source>not there any more: {place}</source>
        <translation>文件已不在：{place}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Take {name} off this list</source>
        <translation>从列表中移除 {name}</translation>
    </message>
</context>
<context>
    <name>_StageDialog</name>
    <message>
        <source>&amp;Password of {name}</source>
        <translation>{name}的密码(&amp;P)</translation>
    </message>
</context>
<context>
    <name>exam</name>
    <message>
        <source>Competition office</source>
        <translation>竞赛办公室</translation>
    </message>
    <message>
        <source>Recorder</source>
        <translation>记分员</translation>
    </message>
    <message>
        <source>Re-checker</source>
        <translation>复核员</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>评委</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>监督员</translation>
    </message>
    <message>
        <source>{person} may not do this in the role that is signed in. Ask the competition office, or sign in as somebody who may.</source>
        <translation>{person} 当前登录的角色无权进行此操作。请联系竞赛办公室，或换有权限的人员登录。</translation>
    </message>
    <message>
        <source>No backup could be made, so nothing was done. Check that the disk has room and can be written, then try again.</source>
        <translation>无法完成备份，因此未作任何操作。请检查磁盘空间是否充足、是否可写，然后重试。</translation>
    </message>
    <message>
        <source>This is the open competition itself. Choose another name for the copy.</source>
        <translation>这就是正在打开的赛事，请为副本另取文件名。</translation>
    </message>
    <message>
        <source>No copy could be made. Check that the disk has room and can be written, then try again.</source>
        <translation>未能写出副本。请检查磁盘空间与写入权限后重试。</translation>
    </message>
    <message>
        <source>Somebody else changed this at the same moment. Nothing of yours was saved: look at the new value and enter yours again if it still holds.</source>
        <translation>他人在同一时刻作了更改，您的内容未保存。请查看新的内容，如仍需更改请重新录入。</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was saved. Free some room on the disk and try again.</source>
        <translation>磁盘已满，本次未保存。请清理磁盘空间后重试。</translation>
    </message>
    <message>
        <source>Another program is using the competition's file. Nothing was saved. Try again in a moment.</source>
        <translation>另有程序正在使用赛事文件，本次未保存。请稍后重试。</translation>
    </message>
    <message>
        <source>The competition's file cannot be written. Nothing was saved. Check that the file is not write-protected and that you may write in its folder.</source>
        <translation>赛事文件不可写，本次未保存。请检查文件是否为只读，以及您对所在文件夹是否有写入权限。</translation>
    </message>
    <message>
        <source>The competition's file is gone or cannot be reached. Nothing was saved. Put the disk or the file back, or open the newest backup.</source>
        <translation>赛事文件已不在原处或无法访问，本次未保存。请把磁盘或文件放回原处，或打开最新的备份。</translation>
    </message>
    <message>
        <source>The competition's file is damaged. Nothing was saved. Open the newest backup instead.</source>
        <translation>赛事文件已损坏，本次未保存。请改为打开最新的备份。</translation>
    </message>
    <message>
        <source>Others are saving at the same moment. Nothing of yours was saved. Try again.</source>
        <translation>其他人正在保存，您的内容未保存。请重试。</translation>
    </message>
    <message>
        <source>The database server cannot be reached. Nothing was saved. Check the network and try again.</source>
        <translation>无法连接数据库服务器，本次未保存。请检查网络后重试。</translation>
    </message>
    <message>
        <source>The file {name} could not be written: {reason}. Close it where it is open, or choose another folder.</source>
        <translation>文件“{name}”无法写入：{reason}。如果它正在别处打开，请先关闭；或者另选一个文件夹。</translation>
    </message>
    <message>
        <source>{count} names hold characters that no font of the program can print: {people}. Nothing was printed. Check the characters in the roster.</source>
        <translation>有 {count} 个姓名含有程序字体都无法打印的字：{people}。未打印任何内容，请核对名单中的这些字。</translation>
    </message>
    <message>
        <source>Nothing was imported: {count} problems. Correct them in the file and import it again.</source>
        <translation>未导入任何内容：共有 {count} 个问题。请在文件中改正后重新导入。</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>已取消，未作任何更改。</translation>
    </message>
    <message>
        <source>The text cannot be read as {encoding}. Choose another encoding, or save the file as .xlsx.</source>
        <translation>文本无法按 {encoding} 读取。请另选编码，或另存为 .xlsx。</translation>
    </message>
    <message>
        <source>The CSV file is damaged (a quotation mark is not closed). Save it as .xlsx and try again.</source>
        <translation>CSV 文件已损坏（引号没有成对）。请另存为 .xlsx 后再试。</translation>
    </message>
    <message>
        <source>Staff numbers are stored as numbers; leading zeros may have been lost.</source>
        <translation>工号存成了数字，前面的 0 可能已丢失。</translation>
    </message>
    <message>
        <source>Compare with the original. If zeros are missing, format the column as text and type the numbers again.</source>
        <translation>请与原件核对。如果缺 0，请把该列设为文本格式后重新填写。</translation>
    </message>
    <message>
        <source>No column is titled {titles}. Give the columns these titles (the template shows them) and try again.</source>
        <translation>没有找到表头为“{titles}”的列。请按模板写好表头后再试。</translation>
    </message>
    <message>
        <source>There is no row below the titles. Fill in the list first.</source>
        <translation>表头下面没有内容。请先填写名单。</translation>
    </message>
    <message>
        <source>The staff number is stored as a number and has lost its digits.</source>
        <translation>工号存成了数字，位数已丢失。</translation>
    </message>
    <message>
        <source>Format the column as text and type the number again.</source>
        <translation>请把该列设为文本格式，重新填写工号。</translation>
    </message>
    <message>
        <source>The spreadsheet turned the staff number into something else.</source>
        <translation>工号被表格程序转换成了别的内容。</translation>
    </message>
    <message>
        <source>Blanks or full-width characters were put right: {number}.</source>
        <translation>已去除空格或全角字符：{number}。</translation>
    </message>
    <message>
        <source>The same staff number stands in row {first}.</source>
        <translation>工号与第 {first} 行重复。</translation>
    </message>
    <message>
        <source>Row {first} has the same staff number but for capital letters.</source>
        <translation>与第 {first} 行的工号只有大小写不同。</translation>
    </message>
    <message>
        <source>Delete one of the rows, or correct the number.</source>
        <translation>请删除其中一行，或更正工号。</translation>
    </message>
    <message>
        <source>The unit is missing.</source>
        <translation>没有填写单位。</translation>
    </message>
    <message>
        <source>Write the unit's name.</source>
        <translation>请填写单位名称。</translation>
    </message>
    <message>
        <source>Another spelling of “{unit}”; both are taken as one unit.</source>
        <translation>与“{unit}”写法不同，按同一单位处理。</translation>
    </message>
    <message>
        <source>Format the column as a date.</source>
        <translation>请把该列设为日期格式。</translation>
    </message>
    <message>
        <source>The cell shows an error.</source>
        <translation>单元格显示错误值。</translation>
    </message>
    <message>
        <source>Correct the formula, or type the value.</source>
        <translation>请改正公式，或直接填写内容。</translation>
    </message>
    <message>
        <source>The cell holds a formula without a stored result.</source>
        <translation>单元格中的公式没有保存结果。</translation>
    </message>
    <message>
        <source>Open the file in Excel or WPS and save it, or type the value.</source>
        <translation>请用 Excel 或 WPS 打开并保存，或直接填写内容。</translation>
    </message>
    <message>
        <source>The cell claims to be a number and is none.</source>
        <translation>单元格标为数字，内容却不是数字。</translation>
    </message>
    <message>
        <source>Type the value again.</source>
        <translation>请重新填写。</translation>
    </message>
    <message>
        <source>The workbook has hidden sheets; they are not read.</source>
        <translation>工作簿中有隐藏的工作表，未读取。</translation>
    </message>
    <message>
        <source>Look whether something belongs to the list.</source>
        <translation>请查看其中是否有应列入名单的内容。</translation>
    </message>
    <message>
        <source>The text file does not say its encoding; it was read as {encoding}.</source>
        <translation>文本文件没有注明编码，按 {encoding} 读取。</translation>
    </message>
    <message>
        <source>Look at the names in the preview, or save the file as .xlsx.</source>
        <translation>请在预览中核对姓名，或另存为 .xlsx。</translation>
    </message>
    <message>
        <source>This column is hidden in the sheet; its values are read.</source>
        <translation>该列在工作表中是隐藏的，其内容已读取。</translation>
    </message>
    <message>
        <source>Show the column and check it.</source>
        <translation>请取消隐藏并核对。</translation>
    </message>
    <message>
        <source>This row is hidden in the sheet (perhaps by a filter); it is read.</source>
        <translation>该行在工作表中是隐藏的（可能因为筛选），已读取。</translation>
    </message>
    <message>
        <source>Clear the filter and check whether the person belongs to the list.</source>
        <translation>请清除筛选，核对此人是否应在名单中。</translation>
    </message>
    <message>
        <source>Merged cells: only the first of them holds the value.</source>
        <translation>合并单元格：只有第一格有内容。</translation>
    </message>
    <message>
        <source>Unmerge the cells and write the value into every row.</source>
        <translation>请取消合并，并在每一行填写内容。</translation>
    </message>
    <message>
        <source>The file {name} is not there any more. Choose it again.</source>
        <translation>文件 {name} 已不存在，请重新选择。</translation>
    </message>
    <message>
        <source>The file {name} cannot be opened. If another program has it open, close it there and try again.</source>
        <translation>文件 {name} 无法打开。如果正被其他程序打开，请先关闭再试。</translation>
    </message>
    <message>
        <source>The file {name} cannot be read ({reason}). Copy it to this computer and try again.</source>
        <translation>文件 {name} 无法读取（{reason}）。请复制到本机后再试。</translation>
    </message>
    <message>
        <source>The file is empty (0 bytes). Copy or export it again.</source>
        <translation>文件是空的（0 字节）。请重新复制或导出。</translation>
    </message>
    <message>
        <source>The file is larger than 20 MB. Remove pictures and other sheets, or split the list.</source>
        <translation>文件超过 20 MB。请删除图片和无关的工作表，或把名单拆开。</translation>
    </message>
    <message>
        <source>The workbook holds far more than a list of people can. Copy only the list into a new workbook.</source>
        <translation>工作簿的内容远超一份名单。请只把名单复制到新的工作簿。</translation>
    </message>
    <message>
        <source>The workbook is protected with a password. Open it, remove the password, save it and try again.</source>
        <translation>工作簿设有密码。请打开后取消密码、保存，然后再试。</translation>
    </message>
    <message>
        <source>This is an old Excel workbook (.xls). Open it and save it as Excel Workbook (.xlsx).</source>
        <translation>这是旧版 Excel 工作簿（.xls）。请打开后另存为“Excel 工作簿（.xlsx）”。</translation>
    </message>
    <message>
        <source>This is a binary Excel workbook (.xlsb). Open it and save it as Excel Workbook (.xlsx).</source>
        <translation>这是二进制 Excel 工作簿（.xlsb）。请打开后另存为“Excel 工作簿（.xlsx）”。</translation>
    </message>
    <message>
        <source>This is an OpenDocument file, not an Excel workbook. Open it and save it as .xlsx.</source>
        <translation>这是 OpenDocument 文件，不是 Excel 工作簿。请打开后另存为 .xlsx。</translation>
    </message>
    <message>
        <source>This is a web page or XML text with the name of a workbook. Open it in Excel or WPS and save it as Excel Workbook (.xlsx).</source>
        <translation>这其实是网页或 XML 文本，只是用了工作簿的文件名。请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”。</translation>
    </message>
    <message>
        <source>This is a PDF file, not a workbook. Ask for the list as .xlsx.</source>
        <translation>这是 PDF 文件，不是工作簿。请索取 .xlsx 格式的名单。</translation>
    </message>
    <message>
        <source>This is not an Excel workbook, whatever its name says. Open it in the program that made it and save it as .xlsx.</source>
        <translation>虽然文件名像工作簿，但它不是 Excel 工作簿。请用制作它的程序打开，另存为 .xlsx。</translation>
    </message>
    <message>
        <source>This is another kind of Office or ZIP file, not an Excel workbook. Save the list as .xlsx.</source>
        <translation>这是另一种 Office 文件或压缩包，不是 Excel 工作簿。请把名单另存为 .xlsx。</translation>
    </message>
    <message>
        <source>The workbook is saved as “Strict Open XML”. Open it and save it as plain “Excel Workbook (.xlsx)”.</source>
        <translation>工作簿保存成了“Strict Open XML”格式。请打开后另存为普通的“Excel 工作簿（.xlsx）”。</translation>
    </message>
    <message>
        <source>The file breaks off in the middle (perhaps an interrupted download). Copy or download it again.</source>
        <translation>文件不完整，中途断开（可能是下载中断）。请重新复制或下载。</translation>
    </message>
    <message>
        <source>The workbook is damaged and cannot be read whole. Open it in Excel or WPS, save it as a new .xlsx and try again.</source>
        <translation>工作簿已损坏，无法完整读取。请用 Excel 或 WPS 打开，另存为新的 .xlsx 后再试。</translation>
    </message>
    <message>
        <source>The workbook could not be read. Open it in Excel or WPS, copy the list into a new workbook and try again.</source>
        <translation>工作簿无法读取。请用 Excel 或 WPS 打开，把名单复制到新的工作簿后再试。</translation>
    </message>
    <message>
        <source>The workbook holds a DTD, which no spreadsheet program writes. It is refused; ask where it comes from.</source>
        <translation>工作簿中含有 DTD，正常的表格程序不会写入它，已拒绝。请查明文件来源。</translation>
    </message>
    <message>
        <source>The workbook unpacks to far too much data. It is refused; copy only the list into a new workbook.</source>
        <translation>工作簿解压后数据量异常，已拒绝。请只把名单复制到新的工作簿。</translation>
    </message>
    <message>
        <source>The workbook holds parts with forbidden names. It is refused; copy the list into a new workbook.</source>
        <translation>工作簿中含有名称异常的部件，已拒绝。请把名单复制到新的工作簿。</translation>
    </message>
    <message>
        <source>Cell {cell} lies far outside a list. Delete what stands there, or copy only the list into a new workbook.</source>
        <translation>单元格 {cell} 远在名单之外。请删除其内容，或只把名单复制到新的工作簿。</translation>
    </message>
    <message>
        <source>The merged area {area} is far too large. Unmerge it and save the workbook.</source>
        <translation>合并区域 {area} 过大。请取消合并后保存。</translation>
    </message>
    <message>
        <source>The workbook holds no worksheet. Copy the list into a new workbook.</source>
        <translation>工作簿中没有工作表。请把名单复制到新的工作簿。</translation>
    </message>
    <message>
        <source>Every sheet of the workbook is hidden. Show the sheet with the list and save.</source>
        <translation>工作簿的工作表全部隐藏。请显示名单所在的工作表后保存。</translation>
    </message>
    <message>
        <source>The workbook has no sheet “{sheet}”. Choose another sheet.</source>
        <translation>工作簿中没有工作表“{sheet}”，请另选。</translation>
    </message>
    <message>
        <source>The file holds no rows. Check that the right file and sheet were chosen.</source>
        <translation>文件中没有内容。请确认选对了文件和工作表。</translation>
    </message>
    <message>
        <source>Columns {first} and {second} are both titled “{title}”. Rename or delete one of them.</source>
        <translation>{first} 列和 {second} 列的表头都是“{title}”。请改名或删除其中一列。</translation>
    </message>
    <message>
        <source>The workbook holds formulas whose results were never stored. Open it in Excel or WPS, save it and try again.</source>
        <translation>工作簿中的公式没有保存计算结果。请用 Excel 或 WPS 打开、保存后再试。</translation>
    </message>
    <message>
        <source>Reading took longer than {seconds} seconds and was stopped. Copy only the list into a new workbook.</source>
        <translation>读取超过 {seconds} 秒，已停止。请只把名单复制到新的工作簿。</translation>
    </message>
    <message>
        <source>There is already a file {name}. Choose another name.</source>
        <translation>已存在文件 {name}。请换一个名称。</translation>
    </message>
    <message>
        <source>{name} is not there any more. It may have been moved or renamed, or its disk is missing.</source>
        <translation>{name} 已不在原处，可能已被移动或改名，或所在磁盘未接入。</translation>
    </message>
    <message>
        <source>{name} is a folder. Choose the competition's file in it.</source>
        <translation>{name} 是文件夹。请选择其中的赛事文件。</translation>
    </message>
    <message>
        <source>{name} cannot be read. Ask for the right to read it.</source>
        <translation>{name} 无法读取。请申请读取权限。</translation>
    </message>
    <message>
        <source>{name} was made by a newer version of this program. Install that version to open it; the file was not changed.</source>
        <translation>{name} 由更新版本的程序创建。请安装该版本后打开；文件未被改动。</translation>
    </message>
    <message>
        <source>The database {name} holds something else. Choose an empty database or a competition.</source>
        <translation>数据库 {name} 中存有其他内容。请选择空数据库或赛事数据库。</translation>
    </message>
    <message>
        <source>{folder} is shared over the network or synchronised with a cloud. Marks could be lost there. Put the competition in a folder of this computer; several workstations share a PostgreSQL server.</source>
        <translation>{folder} 是网络共享或云同步文件夹，存放其中可能丢失成绩。请将赛事放在本机文件夹；多台电脑协同请使用 PostgreSQL 服务器。</translation>
    </message>
    <message>
        <source>{name} is damaged and was not changed. Open the newest backup instead: {backup}</source>
        <translation>{name} 已损坏，程序未对其改动。请改为打开最新备份：{backup}</translation>
    </message>
    <message>
        <source>{name} is damaged and was not changed. No backup lies beside it; look for a copy of it elsewhere.</source>
        <translation>{name} 已损坏，程序未对其改动。旁边没有备份，请在别处查找它的副本。</translation>
    </message>
    <message>
        <source>{name} is not a competition of this program. Choose another file; this one was not changed.</source>
        <translation>{name} 不是本程序的赛事文件，程序未对其改动。请选择其他文件。</translation>
    </message>
    <message>
        <source>{name} cannot be written. Check that neither the file nor its folder is write-protected, or copy it to a folder of yours and open the copy.</source>
        <translation>{name} 不可写。请检查文件及其文件夹是否为只读，或将其复制到您自己的文件夹后打开副本。</translation>
    </message>
    <message>
        <source>“{sign}” is not a digit. Type only the digits of the dice or balls, in the order thrown.</source>
        <translation>“{sign}”不是数字。请只按掷出的顺序输入骰子或号球上的数字。</translation>
    </message>
    <message>
        <source>{count} digits were typed; {least} to {most} are needed. Throw more dice or check the digits.</source>
        <translation>输入了 {count} 位数字，需要 {least} 至 {most} 位。请补掷骰子或核对数字。</translation>
    </message>
    <message>
        <source>Fixed number</source>
        <translation>固定人数</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>按百分比</translation>
    </message>
    <message>
        <source>By size</source>
        <translation>按人数分配</translation>
    </message>
    <message>
        <source>Round up</source>
        <translation>向上取整</translation>
    </message>
    <message>
        <source>Round half up</source>
        <translation>四舍五入</translation>
    </message>
    <message>
        <source>Round down</source>
        <translation>向下取整</translation>
    </message>
    <message>
        <source>not window staff</source>
        <translation>非窗口人员</translation>
    </message>
    <message>
        <source>not on duty</source>
        <translation>不在岗</translation>
    </message>
    <message>
        <source>not certified</source>
        <translation>未持证</translation>
    </message>
    <message>
        <source>post not drawn from</source>
        <translation>岗位不在抽取范围</translation>
    </message>
    <message>
        <source>unit takes no part</source>
        <translation>单位不参赛</translation>
    </message>
    <message>
        <source>{value} is not a number of people. Type a whole number from 0 on.</source>
        <translation>{value} 不能作为人数，请输入不小于 0 的整数。</translation>
    </message>
    <message>
        <source>{value} is not a percentage. Type a number from 0 to 100.</source>
        <translation>{value} 不能作为百分比，请输入 0 至 100 的数。</translation>
    </message>
    <message>
        <source>Minimum, maximum and alternates are whole numbers from 0 on.</source>
        <translation>最少、最多和备选人数须为不小于 0 的整数。</translation>
    </message>
    <message>
        <source>The minimum {minimum} is above the maximum {maximum}. Lower one or raise the other.</source>
        <translation>最少 {minimum} 人大于最多 {maximum} 人，请调低前者或调高后者。</translation>
    </message>
    <message>
        <source>“{value}” is not a number. Type digits.</source>
        <translation>“{value}”不是数字，请输入数字。</translation>
    </message>
    <message>
        <source>draw.txt: line 1 must hold the label of the draw, without “|” and without blanks around it.</source>
        <translation>draw.txt：第 1 行应为抽取标签，不含“|”，首尾无空格。</translation>
    </message>
    <message>
        <source>plan.tsv, line {line}: stratum, places and alternates are expected.</source>
        <translation>plan.tsv 第 {line} 行：应为层、名额、备选数。</translation>
    </message>
    <message>
        <source>plan.tsv, line {line}: {stratum} stands there twice.</source>
        <translation>plan.tsv 第 {line} 行：{stratum} 重复出现。</translation>
    </message>
    <message>
        <source>roster.tsv, line {line}: stratum, staff number and name are expected.</source>
        <translation>roster.tsv 第 {line} 行：应为层、工号、姓名。</translation>
    </message>
    <message>
        <source>roster.tsv, line {line}: “{value}” is not a staff number (1 to 32 letters, digits, dots, hyphens or underscores).</source>
        <translation>roster.tsv 第 {line} 行：“{value}”不是有效工号（1 至 32 个字母、数字、点、连字符或下划线）。</translation>
    </message>
    <message>
        <source>roster.tsv, line {line}: staff number {value} stands there twice.</source>
        <translation>roster.tsv 第 {line} 行：工号 {value} 重复。</translation>
    </message>
    <message>
        <source>dice.txt must hold one line of {least} to {most} digits and nothing else.</source>
        <translation>dice.txt 应只有一行 {least} 至 {most} 位数字。</translation>
    </message>
    <message>
        <source>Line {line} is not a line of result.tsv. Choose the file result.tsv of an earlier draw.</source>
        <translation>第 {line} 行不是 result.tsv 的内容。请选择往届抽取的 result.tsv 文件。</translation>
    </message>
    <message>
        <source>{file}, line {line}: the lines are not sorted bytewise.</source>
        <translation>{file} 第 {line} 行：未按字节顺序排列。</translation>
    </message>
    <message>
        <source>{file} begins with a byte order mark. Use the file as it was exported.</source>
        <translation>{file} 开头有字节顺序标记（BOM）。请使用导出时的原文件。</translation>
    </message>
    <message>
        <source>{file}, line {line}: Windows line ends (CR). Use the file as it was exported.</source>
        <translation>{file} 第 {line} 行：换行符被改成 Windows 格式（CR）。请使用导出时的原文件。</translation>
    </message>
    <message>
        <source>{file}, line {line}: the last line does not end with a line feed.</source>
        <translation>{file} 第 {line} 行：末行缺少换行符。</translation>
    </message>
    <message>
        <source>{file}, line {line}: not UTF-8. Use the file as it was exported.</source>
        <translation>{file} 第 {line} 行：不是 UTF-8 编码。请使用导出时的原文件。</translation>
    </message>
    <message>
        <source>“{value}” holds a line break or a tab and cannot be frozen. Correct it in the roster.</source>
        <translation>“{value}”含有换行或制表符，不能封存。请在花名册中改正。</translation>
    </message>
    <message>
        <source>{members} people cannot form {groups} groups. Choose between 1 and {members} groups.</source>
        <translation>{members} 人不能分成 {groups} 组，请在 1 至 {members} 组之间选择。</translation>
    </message>
    <message>
        <source>{unit} has {count} of {total} places: some of its people must follow one another. Draw the order without the condition on neighbours.</source>
        <translation>{unit} 占 {total} 人中的 {count} 人，必有同单位相邻。请取消“同单位不相邻”后再抽。</translation>
    </message>
    <message>
        <source>No order without neighbours of one unit was found in {tries} tries; {unit} is the largest unit. Draw the order without the condition on neighbours.</source>
        <translation>试了 {tries} 次，仍无法使同单位的人不相邻；人数最多的单位是 {unit}。请取消“同单位不相邻”后再抽。</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Absent: the item counts 0</source>
        <translation>缺考，本项按 0 分计</translation>
    </message>
    <message>
        <source>Zeroed for cheating: the item counts 0</source>
        <translation>作弊，本项按 0 分计</translation>
    </message>
    <message>
        <source>Withdrawn: the item counts 0</source>
        <translation>取消资格，本项按 0 分计</translation>
    </message>
    <message>
        <source>Excused: no mark, therefore no total</source>
        <translation>请假，无成绩，因此没有总分</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>迟到</translation>
    </message>
    <message>
        <source>Disciplined: takes no award</source>
        <translation>违纪，不参加评奖</translation>
    </message>
    <message>
        <source>Individual total</source>
        <translation>个人总分</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>队员</translation>
    </message>
    <message>
        <source>{code} {name}: no total</source>
        <translation>{code} {name}：没有总分</translation>
    </message>
    <message>
        <source>{code} {name}: place {place}, total {total}</source>
        <translation>{code} {name}：第 {place} 名，总分 {total}</translation>
    </message>
    <message>
        <source>This unit sends no elites</source>
        <translation>该单位没有选手参赛</translation>
    </message>
    <message>
        <source>Incomplete: there is no team total yet</source>
        <translation>未完成：还没有团体总分</translation>
    </message>
    <message>
        <source>All-staff average</source>
        <translation>全员平均分</translation>
    </message>
    <message>
        <source>{item} (full mark {full}, {weight} % of the total)</source>
        <translation>{item}（满分 {full}，占总分 {weight}%）</translation>
    </message>
    <message>
        <source>Incomplete: {count} marks are still missing</source>
        <translation>未完成：还缺 {count} 个分数</translation>
    </message>
    <message>
        <source>Mark: {mark}</source>
        <translation>分数：{mark}</translation>
    </message>
    <message>
        <source>Item mark: {sum} = {mark}</source>
        <translation>本项得分：{sum} = {mark}</translation>
    </message>
    <message>
        <source>Brought to 100: {mark} × 100 ÷ {full} = {hundred}</source>
        <translation>折合百分制：{mark} × 100 ÷ {full} = {hundred}</translation>
    </message>
    <message>
        <source>Item mark</source>
        <translation>项目成绩</translation>
    </message>
    <message>
        <source>Written part: ({sum}) ÷ {whole} = {value}, rounded half up</source>
        <translation>笔试成绩：（{sum}）÷ {whole} = {value}（四舍五入）</translation>
    </message>
    <message>
        <source>On-site part: ({sum}) ÷ {whole} = {value}, rounded half up</source>
        <translation>现场成绩：（{sum}）÷ {whole} = {value}（四舍五入）</translation>
    </message>
    <message>
        <source>Takes no part any more: no total, no place, no award</source>
        <translation>已退出比赛：不计总分，不排名次，不评奖</translation>
    </message>
    <message>
        <source>Not there: no total and no place</source>
        <translation>未参加：没有总分和名次</translation>
    </message>
    <message>
        <source>Incomplete: there is no total yet</source>
        <translation>未完成：还没有总分</translation>
    </message>
    <message>
        <source>Written {written} × {written_weight} % + on-site {on_site} × {on_site_weight} % = {raw}</source>
        <translation>笔试 {written} × {written_weight}% + 现场 {on_site} × {on_site_weight}% = {raw}</translation>
    </message>
    <message>
        <source>Written {written} × {written_weight} % = {raw}</source>
        <translation>笔试 {written} × {written_weight}% = {raw}</translation>
    </message>
    <message>
        <source>On-site {on_site} × {on_site_weight} % = {raw}</source>
        <translation>现场 {on_site} × {on_site_weight}% = {raw}</translation>
    </message>
    <message>
        <source>Individual total: {sum} = {total}</source>
        <translation>个人总分：{sum} = {total}</translation>
    </message>
    <message>
        <source>Effect on the team</source>
        <translation>对团体总分的影响</translation>
    </message>
    <message>
        <source>{team}: team total {total}, place {place}</source>
        <translation>{team}：团体总分 {total}，第 {place} 名</translation>
    </message>
    <message>
        <source>The individual total {total} enters the team total</source>
        <translation>个人总分 {total} 计入团体总分</translation>
    </message>
    <message>
        <source>Place {place} of {count}</source>
        <translation>第 {place} 名（共 {count} 名）</translation>
    </message>
    <message>
        <source>The place is shared with {names}: no key separates them</source>
        <translation>与 {names} 并列，没有规则能再区分先后</translation>
    </message>
    <message>
        <source>Draft, not published</source>
        <translation>草稿，尚未公布</translation>
    </message>
    <message>
        <source>Publication {number}, check code {fingerprint}</source>
        <translation>第 {number} 号公布，校验码 {fingerprint}</translation>
    </message>
    <message>
        <source>Staff number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组别</translation>
    </message>
    <message>
        <source>Bonus and deductions</source>
        <translation>加扣分</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Entrant code</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Written part</source>
        <translation>笔试</translation>
    </message>
    <message>
        <source>On-site part</source>
        <translation>现场</translation>
    </message>
    <message>
        <source>Total mark</source>
        <translation>总分</translation>
    </message>
    <message>
        <source>Tie decided by</source>
        <translation>同分依据</translation>
    </message>
    <message>
        <source>Award</source>
        <translation>奖项</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Individual standing</source>
        <translation>个人成绩</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>代表队</translation>
    </message>
    <message>
        <source>Elites</source>
        <translation>选手</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>抽中</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>参考</translation>
    </message>
    <message>
        <source>Rate in %</source>
        <translation>参考率（%）</translation>
    </message>
    <message>
        <source>Final part</source>
        <translation>决赛得分</translation>
    </message>
    <message>
        <source>Award for</source>
        <translation>授予对象</translation>
    </message>
    <message>
        <source>Calculation</source>
        <translation>计算过程</translation>
    </message>
    <message>
        <source>Team standing</source>
        <translation>团体成绩</translation>
    </message>
    <message>
        <source>Eligible</source>
        <translation>可抽</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>缺考</translation>
    </message>
    <message>
        <source>Excused</source>
        <translation>请假</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>计入人数</translation>
    </message>
    <message>
        <source>Sum of marks</source>
        <translation>总分合计</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>平均分</translation>
    </message>
    <message>
        <source>All-staff round</source>
        <translation>全员练兵</translation>
    </message>
    <message>
        <source>Winner</source>
        <translation>获奖者</translation>
    </message>
    <message>
        <source>Certificate number</source>
        <translation>证书编号</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Disciplined</source>
        <translation>违纪</translation>
    </message>
    <message>
        <source>Zeroed for cheating</source>
        <translation>作弊零分</translation>
    </message>
    <message>
        <source>Disqualified</source>
        <translation>取消资格</translation>
    </message>
    <message>
        <source>{typed} is outside 0 to {full}. Type a mark within the range.</source>
        <translation>{typed} 超出 0–{full}，请输入范围内的分数。</translation>
    </message>
    <message>
        <source>{typed} is outside 0 to {full}. Did you mean {suggestion}?</source>
        <translation>{typed} 超出 0–{full}。是不是想输入 {suggestion}？</translation>
    </message>
    <message>
        <source>{typed} is not in steps of {step}. Did you mean {suggestion}?</source>
        <translation>{typed} 不符合最小分值 {step}。是不是想输入 {suggestion}？</translation>
    </message>
    <message>
        <source>“{typed}” is not a mark. Type a number, / for absent, or leave it empty.</source>
        <translation>“{typed}”不是分数。请输入数字，缺考输入 /，没有成绩请留空。</translation>
    </message>
    <message>
        <source>“{typed}” can be read in two ways. Did you mean {suggestion}?</source>
        <translation>“{typed}”有两种读法。是不是想输入 {suggestion}？</translation>
    </message>
    <message>
        <source>Places, sizes and minimums cannot be negative. Correct the plan.</source>
        <translation>名额、人数和最少人数不能为负，请修改计划。</translation>
    </message>
    <message>
        <source>{code} has only {size} eligible people, {shortfall} fewer than its minimum of {minimum}. Lower its minimum.</source>
        <translation>{code} 可抽人员只有 {size} 人，比最少人数 {minimum} 少 {shortfall} 人。请调低它的最少人数。</translation>
    </message>
    <message>
        <source>{code}: the minimum {minimum} is above the maximum {maximum} by {shortfall}. Lower the minimum or raise the maximum.</source>
        <translation>{code}：最少 {minimum} 人比最多 {maximum} 人多 {shortfall} 人。请调低最少人数或调高最多人数。</translation>
    </message>
    <message>
        <source>The minimums add up to {needed}, {shortfall} more than the {total} places. Lower the minimum of {codes}, or raise the number of places.</source>
        <translation>各单位最少人数合计 {needed}，比总名额 {total} 多 {shortfall}。请调低 {codes} 的最少人数，或增加总名额。</translation>
    </message>
    <message>
        <source>The maximums leave room for {room} people, {shortfall} fewer than the {total} places. Raise the maximum of {codes}, or lower the number of places.</source>
        <translation>按最多人数只能安排 {room} 人，比总名额 {total} 少 {shortfall} 人。请调高 {codes} 的最多人数，或减少总名额。</translation>
    </message>
    <message>
        <source>There are {people} eligible people, {shortfall} fewer than the {total} places. Lower the number of places.</source>
        <translation>可抽人员共 {people} 人，比总名额 {total} 少 {shortfall} 人。请减少总名额。</translation>
    </message>
    <message>
        <source>The staff number is missing. Type it.</source>
        <translation>没有填写工号，请填写。</translation>
    </message>
    <message>
        <source>“{value}” is a number saved with decimals, not a staff number. Type {better}.</source>
        <translation>“{value}”带有小数，不是工号。请写成 {better}。</translation>
    </message>
    <message>
        <source>“{value}” is not a staff number: use 1 to 32 letters A-Z, digits, dots, hyphens and underscores.</source>
        <translation>“{value}”不是工号：只能用 1 至 32 位字母、数字、点、短横线和下划线。</translation>
    </message>
    <message>
        <source>The name is missing. Type it.</source>
        <translation>没有填写姓名，请填写。</translation>
    </message>
    <message>
        <source>The name has {count} characters; at most {most} fit. Shorten it.</source>
        <translation>姓名有 {count} 个字，最多 {most} 个，请缩短。</translation>
    </message>
    <message>
        <source>The name “{name}” has lost a character (“{lost}” stands for it), as files in GBK do with rare characters. Type the name as on the identity card.</source>
        <translation>姓名“{name}”缺字（变成了“{lost}”），GBK 编码的文件会丢失生僻字。请按身份证填写姓名。</translation>
    </message>
    <message>
        <source>The name “{name}” was read in a wrong encoding. Export the list again as .xlsx.</source>
        <translation>姓名“{name}”是乱码，编码不对。请把名单重新导出为 .xlsx。</translation>
    </message>
    <message>
        <source>The name “{name}” holds an invisible character. Type the name again.</source>
        <translation>姓名“{name}”中有看不见的字符，请重新填写。</translation>
    </message>
    <message>
        <source>“{name}” is not a name: it holds no letter. Type the person's name.</source>
        <translation>“{name}”不是姓名，请填写姓名。</translation>
    </message>
    <message>
        <source>The text has {count} characters; at most {most} fit. Shorten it.</source>
        <translation>文字有 {count} 个字，最多 {most} 个，请缩短。</translation>
    </message>
    <message>
        <source>“{value}” holds a character that was lost or damaged. Type it again.</source>
        <translation>“{value}”中有缺失或损坏的字，请重新填写。</translation>
    </message>
    <message>
        <source>The unit “{name}” has lost a character. Write its name again.</source>
        <translation>单位“{name}”有缺字，请重新填写。</translation>
    </message>
    <message>
        <source>“{value}” is neither yes nor no. Write 是 or 否.</source>
        <translation>“{value}”既不是“是”也不是“否”。请写 是 或 否。</translation>
    </message>
    <message>
        <source>“{value}” is not a sex. Write 男 or 女.</source>
        <translation>“{value}”不是性别。请写 男 或 女。</translation>
    </message>
    <message>
        <source>“{value}” is not a date. Write it like 2015-03-01.</source>
        <translation>“{value}”不是日期。请写成 2015-03-01 这样。</translation>
    </message>
    <message>
        <source>There are {people} people and {seats} seats. Add a room or {missing} seats.</source>
        <translation>共 {people} 人，只有 {seats} 个座位。请增加考场或 {missing} 个座位。</translation>
    </message>
    <message>
        <source>Written round</source>
        <translation>笔试</translation>
    </message>
    <message>
        <source>Panel marks</source>
        <translation>评委打分</translation>
    </message>
    <message>
        <source>Nominations and totals</source>
        <translation>推荐与总分</translation>
    </message>
    <message>
        <source>Ties</source>
        <translation>同分处理</translation>
    </message>
    <message>
        <source>Recheck and objections</source>
        <translation>复核与异议</translation>
    </message>
    <message>
        <source>on-site total</source>
        <translation>现场赛总分</translation>
    </message>
    <message>
        <source>written mark</source>
        <translation>笔试成绩</translation>
    </message>
    <message>
        <source>best single member</source>
        <translation>队员最高个人总分</translation>
    </message>
    <message>
        <source>highest item mark</source>
        <translation>单项最高分</translation>
    </message>
    <message>
        <source>Full mark of the written exam</source>
        <translation>笔试满分</translation>
    </message>
    <message>
        <source>Absent people in the unit average</source>
        <translation>缺考人员计入单位平均分的方式</translation>
    </message>
    <message>
        <source>count as 0</source>
        <translation>按 0 分计入</translation>
    </message>
    <message>
        <source>are left out</source>
        <translation>不计入</translation>
    </message>
    <message>
        <source>Excused people are always left out.</source>
        <translation>请假人员一律不计入。</translation>
    </message>
    <message>
        <source>Late limit</source>
        <translation>迟到时限</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Earliest hand-in</source>
        <translation>最早交卷</translation>
    </message>
    <message>
        <source>Second entry of written marks</source>
        <translation>笔试成绩二次录入</translation>
    </message>
    <message>
        <source>none: another person compares the marks with the papers</source>
        <translation>不要求：由另一人对照试卷核对</translation>
    </message>
    <message>
        <source>every mark is typed again, blind, by another person</source>
        <translation>要求：每个成绩由另一人盲录一遍</translation>
    </message>
    <message>
        <source>A difference is settled by a third person from the paper.</source>
        <translation>两次录入不一致时，由第三人查看试卷裁定。</translation>
    </message>
    <message>
        <source>Smallest step of a mark</source>
        <translation>最小记分单位</translation>
    </message>
    <message>
        <source>Every figure here is a formula and is calculated when the file is opened in a spreadsheet program.</source>
        <translation>本表各数均为公式，用表格软件打开后即自动算出。</translation>
    </message>
    <message>
        <source>Place in decision {number}</source>
        <translation>第 {number} 次裁定的名次</translation>
    </message>
    <message>
        <source>End of the tie</source>
        <translation>同分裁定</translation>
    </message>
    <message>
        <source>Judge {number}</source>
        <translation>评委{number}</translation>
    </message>
    <message>
        <source>Calculation item {number}</source>
        <translation>计算 项目{number}</translation>
    </message>
    <message>
        <source>Mark of the paper</source>
        <translation>卷面成绩</translation>
    </message>
    <message>
        <source>Full mark</source>
        <translation>满分</translation>
    </message>
    <message>
        <source>Highest marks dropped</source>
        <translation>去掉最高分个数</translation>
    </message>
    <message>
        <source>Lowest marks dropped</source>
        <translation>去掉最低分个数</translation>
    </message>
    <message>
        <source>Drop from this many judges on</source>
        <translation>满多少名评委才去分</translation>
    </message>
    <message>
        <source>Fewest judges for a mark</source>
        <translation>最少评委数</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Key {number}</source>
        <translation>排序键{number}</translation>
    </message>
    <message>
        <source>Takes part</source>
        <translation>参赛</translation>
    </message>
    <message>
        <source>Total of the program</source>
        <translation>程序所算总分</translation>
    </message>
    <message>
        <source>Calculation quiz {number}</source>
        <translation>计算 竞答{number}</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Team number</source>
        <translation>队号</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>题目</translation>
    </message>
    <message>
        <source>Counts (1) or not (0)</source>
        <translation>计入(1)/不计(0)</translation>
    </message>
    <message>
        <source>Calculation teams</source>
        <translation>计算 团体</translation>
    </message>
    <message>
        <source>Team totals and places</source>
        <translation>团体总分与名次</translation>
    </message>
    <message>
        <source>Weighted</source>
        <translation>加权后</translation>
    </message>
    <message>
        <source>The remaining marks are</source>
        <translation>其余分数</translation>
    </message>
    <message>
        <source>averaged</source>
        <translation>取平均</translation>
    </message>
    <message>
        <source>added</source>
        <translation>求和</translation>
    </message>
    <message>
        <source>reduced to the median</source>
        <translation>取中位数</translation>
    </message>
    <message>
        <source>Places of a panel mark</source>
        <translation>评委分小数位</translation>
    </message>
    <message>
        <source>Places of an item</source>
        <translation>项目成绩小数位</translation>
    </message>
    <message>
        <source>Difficulty coefficient</source>
        <translation>难度系数</translation>
    </message>
    <message>
        <source>Valid marks</source>
        <translation>有效分数</translation>
    </message>
    <message>
        <source>Combined mark</source>
        <translation>合成分</translation>
    </message>
    <message>
        <source>Counts as</source>
        <translation>计为</translation>
    </message>
    <message>
        <source>Brought to 100</source>
        <translation>折合百分制</translation>
    </message>
    <message>
        <source>Calculation totals</source>
        <translation>计算 总分</translation>
    </message>
    <message>
        <source>Individual totals and places</source>
        <translation>个人总分与名次</translation>
    </message>
    <message>
        <source>Places of a total</source>
        <translation>总分小数位</translation>
    </message>
    <message>
        <source>A mark is far from the others at</source>
        <translation>与其他评委差距警戒值</translation>
    </message>
    <message>
        <source>% of the scale</source>
        <translation>%（占满分）</translation>
    </message>
    <message>
        <source>Elites per unit, at least</source>
        <translation>每单位推荐人数下限</translation>
    </message>
    <message>
        <source>Elites per unit, at most</source>
        <translation>每单位推荐人数上限</translation>
    </message>
    <message>
        <source>Elites must be certified</source>
        <translation>推荐选手须持证</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分组数</translation>
    </message>
    <message>
        <source>Written part of an individual total</source>
        <translation>个人总分中笔试所占</translation>
    </message>
    <message>
        <source>The on-site part has the rest.</source>
        <translation>其余为现场赛占比。</translation>
    </message>
    <message>
        <source>Team total</source>
        <translation>团体总分</translation>
    </message>
    <message>
        <source>Points of the quiz</source>
        <translation>知识竞答分值</translation>
    </message>
    <message>
        <source>Points at the start</source>
        <translation>基础分</translation>
    </message>
    <message>
        <source>pts</source>
        <translation>分</translation>
    </message>
    <message>
        <source>For new items; existing ones keep their own rule.</source>
        <translation>只用于新建项目，已有项目不变。</translation>
    </message>
    <message>
        <source>Required question, right</source>
        <translation>必答题答对加</translation>
    </message>
    <message>
        <source>Required question, wrong: deducted</source>
        <translation>必答题答错扣</translation>
    </message>
    <message>
        <source>Buzzer question, right</source>
        <translation>抢答题答对加</translation>
    </message>
    <message>
        <source>Buzzer question, wrong: deducted</source>
        <translation>抢答题答错扣</translation>
    </message>
    <message>
        <source>Pressed early: deducted</source>
        <translation>抢答犯规扣</translation>
    </message>
    <message>
        <source>Stakes of a risk question</source>
        <translation>风险题分值</translation>
    </message>
    <message>
        <source>Chosen before the question is read; a wrong answer loses the stake.</source>
        <translation>在念题前选定，答错扣同样的分。</translation>
    </message>
    <message>
        <source>Entrants are</source>
        <translation>参赛对象</translation>
    </message>
    <message>
        <source>windows or outlets</source>
        <translation>窗口（营业厅、班组）</translation>
    </message>
    <message>
        <source>single people</source>
        <translation>个人</translation>
    </message>
    <message>
        <source>Windows stand on the roster with their own number and name; they hold no certificate.</source>
        <translation>窗口以自己的编号和名称列入花名册，不要求持证。</translation>
    </message>
    <message>
        <source>Levels of coding</source>
        <translation>加密次数</translation>
    </message>
    <message>
        <source>0: open numbers. 1: codes from the lots. 2 and 3: secret codes, each drawn by another.</source>
        <translation>0：公开编号；1：抽签产生参赛编号；2、3：再抽保密编号，每次换人抽取。</translation>
    </message>
    <message>
        <source>Elites only: sum of the members' individual totals</source>
        <translation>仅选手：队员个人总分之和</translation>
    </message>
    <message>
        <source>Combined: all-staff average 30 %, final written 20 %, on-site 50 %</source>
        <translation>综合：全员平均分 30%，决赛笔试 20%，现场赛 50%</translation>
    </message>
    <message>
        <source>Placing points 8, 4, 2, 1</source>
        <translation>名次积分 8、4、2、1</translation>
    </message>
    <message>
        <source>Own components</source>
        <translation>自定义构成</translation>
    </message>
    <message>
        <source>No team total: single people are selected</source>
        <translation>不计团体总分（只评选个人）</translation>
    </message>
    <message>
        <source>A missing elite in the team total</source>
        <translation>缺赛选手计入团体总分的方式</translation>
    </message>
    <message>
        <source>counts as 0</source>
        <translation>按 0 分计入</translation>
    </message>
    <message>
        <source>is left out</source>
        <translation>不计入</translation>
    </message>
    <message>
        <source>Equal individuals are separated by</source>
        <translation>个人同分排序依据</translation>
    </message>
    <message>
        <source>In this order; people still equal share the place.</source>
        <translation>按此顺序比较；仍相同者名次并列。</translation>
    </message>
    <message>
        <source>Equal teams are separated by</source>
        <translation>团体同分排序依据</translation>
    </message>
    <message>
        <source>In this order; teams still equal share the place.</source>
        <translation>按此顺序比较；仍相同者名次并列。</translation>
    </message>
    <message>
        <source>Places re-checked in full, from the top</source>
        <translation>前列名次全部复核比例</translation>
    </message>
    <message>
        <source>Random sample of the rest, at least</source>
        <translation>其余名次随机抽检比例不低于</translation>
    </message>
    <message>
        <source>Everything is re-checked above this error rate</source>
        <translation>差错率超过此值即全部复核</translation>
    </message>
    <message>
        <source>Objections within</source>
        <translation>异议提出时限</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>Publicity period</source>
        <translation>公示期</translation>
    </message>
    <message>
        <source>working days</source>
        <translation>个工作日</translation>
    </message>
    <message>
        <source>Prefix of certificate numbers</source>
        <translation>证书编号前缀</translation>
    </message>
    <message>
        <source>{value} is not one of the choices. Choose one from the list.</source>
        <translation>{value} 不在可选项中。请从列表中选择。</translation>
    </message>
    <message>
        <source>{value} is not a tie key. Choose keys from the list.</source>
        <translation>{value} 不是同分排序依据。请从列表中选择。</translation>
    </message>
    <message>
        <source>“{value}” is no stake. Type numbers above 0 with commas between them, such as 10,20,30.</source>
        <translation>“{value}”不能作风险题分值。请输入大于 0 的数，用逗号分开，例如 10,20,30。</translation>
    </message>
    <message>
        <source>These are too many stakes. Type at most {most}.</source>
        <translation>分值太多，最多输入 {most} 个。</translation>
    </message>
    <message>
        <source>“{value}” is not a number that fits here. Type a number.</source>
        <translation>“{value}”不是此处可用的数字。请输入数字。</translation>
    </message>
    <message>
        <source>{value} is outside {low} to {high}. Type a number in this range.</source>
        <translation>{value} 超出 {low}～{high} 的范围。请输入范围内的数字。</translation>
    </message>
    <message>
        <source>Setup</source>
        <translation>赛事设置</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>花名册</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>随机抽取</translation>
    </message>
    <message>
        <source>Elite final</source>
        <translation>精英决赛</translation>
    </message>
    <message>
        <source>Preparation</source>
        <translation>赛前准备</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>成绩</translation>
    </message>
    <message>
        <source>Awards and certificates</source>
        <translation>奖项与证书</translation>
    </message>
    <message>
        <source>The roster is empty. Import it first.</source>
        <translation>名单还是空的，请先导入名单。</translation>
    </message>
    <message>
        <source>Nothing was drawn yet. Run the draw first.</source>
        <translation>还没有抽取，请先完成随机抽取。</translation>
    </message>
    <message>
        <source>No lots were drawn yet. Draw the groups of the final first.</source>
        <translation>还没有抽签，请先抽取决赛分组。</translation>
    </message>
    <message>
        <source>There are no results yet. Enter the marks first.</source>
        <translation>还没有成绩，请先录入成绩。</translation>
    </message>
    <message>
        <source>No sitting is locked yet. Lock the marks first.</source>
        <translation>还没有锁定的场次。请先锁定成绩。</translation>
    </message>
    <message>
        <source>Not every sitting is locked and opened yet. Lock the marks and open the seals first.</source>
        <translation>还有场次未锁定或未拆封。请先锁定成绩并拆封。</translation>
    </message>
    <message>
        <source>There is nobody here to print a slip for. Lock the marks and open the seals first, or choose other people.</source>
        <translation>这里没有可以打印成绩单的人。请先锁定成绩并启封，或另选人员。</translation>
    </message>
    <message>
        <source>No judge's mark was entered yet. Enter the marks of the final first.</source>
        <translation>还没有决赛评分，请先录入决赛评分。</translation>
    </message>
    <message>
        <source>There is no second publication yet. Publish again after a change first.</source>
        <translation>还没有第二次公布。成绩有变动后再次公布即可。</translation>
    </message>
    <message>
        <source>No award was given yet. Set up the awards first.</source>
        <translation>还没有奖项，请先设置奖项。</translation>
    </message>
    <message>
        <source>Roster by unit</source>
        <translation>各单位花名册</translation>
    </message>
    <message>
        <source>Draw record</source>
        <translation>随机抽取记录表</translation>
    </message>
    <message>
        <source>Notices of the drawn people</source>
        <translation>抽取结果通知</translation>
    </message>
    <message>
        <source>Record of the lots</source>
        <translation>抽签记录表</translation>
    </message>
    <message>
        <source>Written results</source>
        <translation>笔试结果</translation>
    </message>
    <message>
        <source>Written results by unit</source>
        <translation>笔试单位成绩单</translation>
    </message>
    <message>
        <source>Result slips, four a page</source>
        <translation>个人成绩单（每页四张）</translation>
    </message>
    <message>
        <source>Result slips, one a page</source>
        <translation>个人成绩单（每页一张）</translation>
    </message>
    <message>
        <source>All-staff round: units</source>
        <translation>全员练兵单位成绩表</translation>
    </message>
    <message>
        <source>Panel summaries</source>
        <translation>评分汇总表</translation>
    </message>
    <message>
        <source>Results by item</source>
        <translation>分项成绩表</translation>
    </message>
    <message>
        <source>Individual results</source>
        <translation>个人成绩登记表</translation>
    </message>
    <message>
        <source>Team results</source>
        <translation>团体成绩表</translation>
    </message>
    <message>
        <source>How each result was calculated</source>
        <translation>成绩计算说明</translation>
    </message>
    <message>
        <source>Public notice of the results</source>
        <translation>成绩公示</translation>
    </message>
    <message>
        <source>Sign-off of the results</source>
        <translation>成绩签字确认表</translation>
    </message>
    <message>
        <source>What the publication changed</source>
        <translation>公布变更说明</translation>
    </message>
    <message>
        <source>Award list</source>
        <translation>获奖名单</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>荣誉证书</translation>
    </message>
    <message>
        <source>Certificate register</source>
        <translation>证书发放登记表</translation>
    </message>
    <message>
        <source>Sum of the marks ({marked} papers): {sum}</source>
        <translation>{marked} 份试卷成绩合计：{sum}</translation>
    </message>
    <message>
        <source>Zeroed papers, counting 0: {count}</source>
        <translation>作弊零分 {count} 份，按 0 分计入</translation>
    </message>
    <message>
        <source>Absent people, counting 0: {count}</source>
        <translation>缺考 {count} 人，按 0 分计入</translation>
    </message>
    <message>
        <source>Absent people, left out: {count}</source>
        <translation>缺考 {count} 人，不计入</translation>
    </message>
    <message>
        <source>Excused people, left out: {count}</source>
        <translation>请假 {count} 人，不计入</translation>
    </message>
    <message>
        <source>Participation rate: {sat} of {drawn} drawn people sat = {rate} %</source>
        <translation>参考率：抽中 {drawn} 人，参考 {sat} 人 = {rate} %</translation>
    </message>
    <message>
        <source>Incomplete, so there is no average; papers whose numbers are sealed: {count}</source>
        <translation>不完整，没有平均分；尚未启封的试卷：{count} 份</translation>
    </message>
    <message>
        <source>Incomplete, so there is no average; marks still missing: {count}</source>
        <translation>尚缺 {count} 人的成绩，暂无平均分</translation>
    </message>
    <message>
        <source>Nobody counts, so there is no average</source>
        <translation>没有计入的人员，无平均分</translation>
    </message>
    <message>
        <source>Average: {sum} ÷ {counted} = {average}, rounded half up</source>
        <translation>平均分：{sum} ÷ {counted} = {average}（四舍五入）</translation>
    </message>
    <message>
        <source>There are accounts already. Sign in with one of them.</source>
        <translation>已有账户，请用其中一个登录。</translation>
    </message>
    <message>
        <source>This is the last account of the competition office. Give another person that role first.</source>
        <translation>这是竞赛办公室的最后一个账户。请先将该角色授予他人。</translation>
    </message>
    <message>
        <source>Name and password do not fit together. Check both and try again.</source>
        <translation>姓名与密码不符。请核对后重试。</translation>
    </message>
    <message>
        <source>This is not your password. Try again.</source>
        <translation>密码不正确，请重试。</translation>
    </message>
    <message>
        <source>This takes two people. Let another person confirm it.</source>
        <translation>此操作需要两人。请由另一人确认。</translation>
    </message>
    <message>
        <source>The password is too short. Use at least {count} characters.</source>
        <translation>密码太短，至少需要 {count} 个字符。</translation>
    </message>
    <message>
        <source>Type a name.</source>
        <translation>请输入姓名。</translation>
    </message>
    <message>
        <source>There is already an account called {name}. Choose another name.</source>
        <translation>已有名为 {name} 的账户。请换一个名称。</translation>
    </message>
    <message>
        <source>This account is no longer there.</source>
        <translation>该账户已不存在。</translation>
    </message>
    <message>
        <source>This database already holds a competition. Make a new file for another one.</source>
        <translation>该数据库中已有赛事。请为新赛事新建文件。</translation>
    </message>
    <message>
        <source>There is no rule called {key}.</source>
        <translation>没有名为 {key} 的规则。</translation>
    </message>
    <message>
        <source>Say why this stage is opened again.</source>
        <translation>请说明重新开放本阶段的原因。</translation>
    </message>
    <message>
        <source>This stage was locked by {person} and cannot be changed. The competition office can open it again with a reason.</source>
        <translation>本阶段已由 {person} 锁定，不能更改。竞赛办公室可说明原因后重新开放。</translation>
    </message>
    <message>
        <source>Somebody else changed this in the meantime. Nothing of yours was saved: look at the new value and enter yours again if it still holds.</source>
        <translation>他人已在此期间作了更改，您的内容未保存。请查看新的内容，如仍需更改请重新录入。</translation>
    </message>
    <message>
        <source>This database holds no competition yet. Create one first.</source>
        <translation>该数据库中还没有赛事。请先新建。</translation>
    </message>
    <message>
        <source>Give the competition a name.</source>
        <translation>请填写赛事名称。</translation>
    </message>
    <message>
        <source>{year} is not a year. Type four digits.</source>
        <translation>{year} 不是有效年份。请输入四位数字。</translation>
    </message>
    <message>
        <source>Since the freeze these people were taken from the final: {numbers}. Declare the draw void and freeze it again.</source>
        <translation>封存之后，下列人员已退出决赛：{numbers}。请宣布本次抽签作废，重新封存。</translation>
    </message>
    <message>
        <source>The draw {label} is still valid. Declare it void, with a reason, before planning another one.</source>
        <translation>抽取 {label} 仍然有效。要另行计划，请先说明原因并宣布其作废。</translation>
    </message>
    <message>
        <source>The draw {label} is frozen already: throw the dice, or declare it void.</source>
        <translation>抽取 {label} 已经封存：请掷骰，或宣布作废。</translation>
    </message>
    <message>
        <source>Nobody is nominated for the final yet. Enter the nominations first.</source>
        <translation>决赛还没有推荐选手，请先录入推荐名单。</translation>
    </message>
    <message>
        <source>The number of places is a whole number from 0 on.</source>
        <translation>总名额须为不小于 0 的整数。</translation>
    </message>
    <message>
        <source>{stratum} has no rule of its own.</source>
        <translation>{stratum} 没有单独的规则。</translation>
    </message>
    <message>
        <source>Type the reason: it is published with the draw.</source>
        <translation>请填写原因，它将随抽取一同公布。</translation>
    </message>
    <message>
        <source>Not in the roster: {numbers}. Check the staff numbers.</source>
        <translation>花名册中没有：{numbers}。请核对工号。</translation>
    </message>
    <message>
        <source>This person is not excluded by hand.</source>
        <translation>此人不是手工排除的。</translation>
    </message>
    <message>
        <source>Nobody would be drawn. Check the roster, the eligibility and the numbers of places of the plan.</source>
        <translation>按此计划一个人也抽不到。请检查花名册、抽取条件和名额。</translation>
    </message>
    <message>
        <source>This draw is no longer there. Press F5 to see the present state.</source>
        <translation>该抽取已不存在，请按 F5 刷新。</translation>
    </message>
    <message>
        <source>The draw {label} is frozen: its plan cannot change any more. To change it, declare the draw void.</source>
        <translation>抽取 {label} 已封存，计划不能再改。如需更改，请宣布作废。</translation>
    </message>
    <message>
        <source>Somebody else changed {name} at the same moment. Look at the present state and try again.</source>
        <translation>{name} 刚刚被别人修改。请查看当前内容后重试。</translation>
    </message>
    <message>
        <source>The label of a draw has 1 to 60 characters and no “|”, e.g. CSC-2026-exam.</source>
        <translation>抽取标签为 1 至 60 个字符，不含“|”，例如 CSC-2026-exam。</translation>
    </message>
    <message>
        <source>This competition is open for reading only. Open a good copy of it to change something.</source>
        <translation>本赛事以只读方式打开。如需更改，请打开完好的副本。</translation>
    </message>
    <message>
        <source>This was already saved.</source>
        <translation>此前已保存。</translation>
    </message>
    <message>
        <source>{person} is no longer signed in with these rights. Sign in again.</source>
        <translation>{person} 的登录权限已变更，请重新登录。</translation>
    </message>
    <message>
        <source>The program made a mistake. Nothing was changed; what you typed is still here.</source>
        <translation>程序出了差错。没有改动任何内容，您输入的内容仍在。</translation>
    </message>
    <message>
        <source>The draw {label} is still a plan. Freeze it first.</source>
        <translation>抽取 {label} 还在计划中，请先封存。</translation>
    </message>
    <message>
        <source>The frozen files of {label} were changed in the database. Open the newest good backup.</source>
        <translation>数据库中 {label} 的封存文件被改动。请打开最近的完好备份。</translation>
    </message>
    <message>
        <source>{person} has typed the dice already. Another person must type them the second time.</source>
        <translation>{person} 已经输入过一次。第二次必须由另一个人输入。</translation>
    </message>
    <message>
        <source>These dice were thrown before {label} was frozen. Throw new dice for it.</source>
        <translation>这些骰子是在 {label} 封存之前掷的。请为它另行掷骰。</translation>
    </message>
    <message>
        <source>Two people must type the same dice first.</source>
        <translation>须先由两个人分别输入相同的骰子数字。</translation>
    </message>
    <message>
        <source>Only a frozen draw can be declared void; a plan can be changed.</source>
        <translation>只有已封存的抽取才需要作废；计划可以直接修改。</translation>
    </message>
    <message>
        <source>Type why the draw is void: the reason is published with it.</source>
        <translation>请填写作废原因，它将一同公布。</translation>
    </message>
    <message>
        <source>People of the final are replaced on the page of nominations.</source>
        <translation>决赛人员请在“推荐选手”页面替换。</translation>
    </message>
    <message>
        <source>{name} is struck already.</source>
        <translation>{name} 已被划去。</translation>
    </message>
    <message>
        <source>Type the reason and who approved it: both are on the draw record.</source>
        <translation>请填写原因和批准人，两者都记入抽取记录表。</translation>
    </message>
    <message>
        <source>Marks or attendance of the written exam stand already for people of {label}, so it stays valid. Strike single people instead.</source>
        <translation>{label} 抽中的人员已有笔试成绩或考勤记录，因此不能作废。请改为划去个别人员。</translation>
    </message>
    <message>
        <source>Place: {place}</source>
        <translation>地点：{place}</translation>
    </message>
    <message>
        <source>Frozen at: {time}</source>
        <translation>封存时间：{time}</translation>
    </message>
    <message>
        <source>Program: muster {version}</source>
        <translation>程序：muster {version}</translation>
    </message>
    <message>
        <source>window staff</source>
        <translation>窗口人员</translation>
    </message>
    <message>
        <source>on duty</source>
        <translation>在岗</translation>
    </message>
    <message>
        <source>certified</source>
        <translation>持证</translation>
    </message>
    <message>
        <source>; </source>
        <translation>、</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>posts {posts}</source>
        <translation>岗位 {posts}</translation>
    </message>
    <message>
        <source>Eligible: {rules}</source>
        <translation>抽取范围：{rules}</translation>
    </message>
    <message>
        <source>the whole roster</source>
        <translation>花名册全体</translation>
    </message>
    <message>
        <source>Drawn separately in every unit and post.</source>
        <translation>按单位和岗位分别抽取。</translation>
    </message>
    <message>
        <source>Drawn separately in every unit.</source>
        <translation>按单位分别抽取。</translation>
    </message>
    <message>
        <source>Places per line: {method}; single lines may differ, plan.tsv holds them all.</source>
        <translation>每单位名额：{method}；个别单位另定，以 plan.tsv 为准。</translation>
    </message>
    <message>
        <source>Seed: label|freeze code|dice. Ticket: consistent_sampler (SHA-256). Lowest tickets are drawn.</source>
        <translation>种子：标签|封存码|骰子。签号按 consistent_sampler（SHA-256）计算，签号小者抽中。</translation>
    </message>
    <message>
        <source>These staff numbers of the frozen roster were changed since: {numbers}. Give them back their old numbers, then run the draw.</source>
        <translation>封存名单中的下列工号后来被改动：{numbers}。请改回原工号后再抽取。</translation>
    </message>
    <message>
        <source>The draw {label} was run already; each freeze is run once. Another draw needs a new freeze and new dice.</source>
        <translation>抽取 {label} 已经执行，一次封存只能抽取一次。再抽须重新封存、重新掷骰。</translation>
    </message>
    <message>
        <source>The draw {label} is void. Plan a new one.</source>
        <translation>抽取 {label} 已作废，请另行计划。</translation>
    </message>
    <message>
        <source>The dice of {label} are settled: two people typed the same.</source>
        <translation>{label} 的骰子数字已由两人确认，不能再改。</translation>
    </message>
    <message>
        <source>The two entries differ: {first} digits and {second} digits. Read the dice again, digit by digit.</source>
        <translation>两次输入不同：一次 {first} 位，一次 {second} 位。请对照骰子逐位核对。</translation>
    </message>
    <message>
        <source>The two entries differ at digit {place}. Read the dice again, digit by digit.</source>
        <translation>两次输入在第 {place} 位不同。请对照骰子逐位核对。</translation>
    </message>
    <message>
        <source>Check the rules; units come with the roster.</source>
        <translation>请核对规则；单位随花名册导入。</translation>
    </message>
    <message>
        <source>{units} units, {rules} rules set, {locked} stages locked</source>
        <translation>{units} 个单位，{rules} 项规则已调整，{locked} 个阶段已锁定</translation>
    </message>
    <message>
        <source>Nobody is on the roster yet: import it.</source>
        <translation>花名册还没有人员，请导入。</translation>
    </message>
    <message>
        <source>{staff} people</source>
        <translation>{staff} 人</translation>
    </message>
    <message>
        <source>The roster is missing.</source>
        <translation>还没有花名册。</translation>
    </message>
    <message>
        <source>{drawn} people drawn</source>
        <translation>已抽中 {drawn} 人</translation>
    </message>
    <message>
        <source>Frozen: throw the dice and run the draw.</source>
        <translation>已封存：请掷骰并执行抽取。</translation>
    </message>
    <message>
        <source>Plan the draw and freeze it.</source>
        <translation>制定抽取方案并封存。</translation>
    </message>
    <message>
        <source>Nobody has been drawn yet.</source>
        <translation>还没有抽取人员。</translation>
    </message>
    <message>
        <source>There is no sitting yet.</source>
        <translation>还没有考试场次。</translation>
    </message>
    <message>
        <source>The exam is held without rooms and seats.</source>
        <translation>本次考试不排考场座位。</translation>
    </message>
    <message>
        <source>Set up the rooms and draw the seats.</source>
        <translation>设置考场并抽取座位。</translation>
    </message>
    <message>
        <source>{done} of {total} candidates have a seat</source>
        <translation>{total} 名考生中 {done} 名已排座位</translation>
    </message>
    <message>
        <source>Sealed. Read papers again first, then open the seals.</source>
        <translation>已密封。先抽检复核，再启封。</translation>
    </message>
    <message>
        <source>The marks are locked: open the seals, two people together.</source>
        <translation>成绩已锁定：请两人共同启封。</translation>
    </message>
    <message>
        <source>Print tickets and sheets; sign the candidates in on the day.</source>
        <translation>打印准考证和考务表；考试当天办理签到。</translation>
    </message>
    <message>
        <source>{done} of {total} candidates are signed in or away</source>
        <translation>{total} 名考生中 {done} 名已签到或已登记状态</translation>
    </message>
    <message>
        <source>Count the papers: {rooms} rooms are left.</source>
        <translation>清点试卷：还有 {rooms} 个考场未清点。</translation>
    </message>
    <message>
        <source>Seal the papers, two people together.</source>
        <translation>请两人共同密封试卷。</translation>
    </message>
    <message>
        <source>The marks are not locked yet.</source>
        <translation>成绩尚未锁定。</translation>
    </message>
    <message>
        <source>Read the drawn papers again and enter what stands on them.</source>
        <translation>复核抽中的试卷，录入卷面成绩。</translation>
    </message>
    <message>
        <source>Draw the papers that are read again.</source>
        <translation>抽取复核的试卷。</translation>
    </message>
    <message>
        <source>What is locked was read again; another sitting is not locked yet.</source>
        <translation>已锁定的场次已复核；还有场次的成绩未锁定。</translation>
    </message>
    <message>
        <source>The drawn papers were read again.</source>
        <translation>抽中的试卷已复核。</translation>
    </message>
    <message>
        <source>Make the sitting from the drawn people.</source>
        <translation>请用抽中人员建立考试场次。</translation>
    </message>
    <message>
        <source>{done} of {total} candidates have a mark or a state</source>
        <translation>{total} 名考生中 {done} 名已有成绩或状态</translation>
    </message>
    <message>
        <source>{count} marks wait for another person: verification or second entry.</source>
        <translation>{count} 个分数等待另一人核对或复录。</translation>
    </message>
    <message>
        <source>Everything is verified: lock the marks, two people together.</source>
        <translation>全部核对完毕：请两人共同锁定成绩。</translation>
    </message>
    <message>
        <source>Take in the units' nominations.</source>
        <translation>请录入各单位推荐选手。</translation>
    </message>
    <message>
        <source>{done} of {total} entrants have a code</source>
        <translation>{total} 名参评对象中 {done} 名已编号</translation>
    </message>
    <message>
        <source>{nominees} elites in {teams} teams, {grouped} in groups</source>
        <translation>{teams} 支代表队 {nominees} 名选手，{grouped} 名已分组</translation>
    </message>
    <message>
        <source>Choose the items of the final.</source>
        <translation>请设置决赛竞赛项目。</translation>
    </message>
    <message>
        <source>{items} items, {seated} of {panels} panels have judges</source>
        <translation>{items} 个竞赛项目，{panels} 个评委组中 {seated} 个已安排评委</translation>
    </message>
    <message>
        <source>Nobody has been nominated yet.</source>
        <translation>还没有推荐选手。</translation>
    </message>
    <message>
        <source>The final has no items yet.</source>
        <translation>决赛还没有竞赛项目。</translation>
    </message>
    <message>
        <source>{done} of {total} entries of the final have marks</source>
        <translation>决赛 {total} 人次中 {done} 人次已有分数</translation>
    </message>
    <message>
        <source>Publication no. {number} stands</source>
        <translation>第 {number} 号公布有效</translation>
    </message>
    <message>
        <source>There are no marks yet.</source>
        <translation>还没有成绩。</translation>
    </message>
    <message>
        <source>Look the standings over and publish them.</source>
        <translation>核对名次后公布。</translation>
    </message>
    <message>
        <source>Say which awards there are.</source>
        <translation>请设置奖项。</translation>
    </message>
    <message>
        <source>{rules} awards</source>
        <translation>{rules} 个奖项</translation>
    </message>
    <message>
        <source>Everybody in this file stands in the roster already, with the same data.</source>
        <translation>文件中的人员都已在花名册里，资料也相同。</translation>
    </message>
    <message>
        <source>This person is not in the roster any more. Refresh the page.</source>
        <translation>此人已不在花名册中，请刷新。</translation>
    </message>
    <message>
        <source>Choose the unit from the list.</source>
        <translation>请从列表中选择单位。</translation>
    </message>
    <message>
        <source>The staff number {number} belongs to {name} ({unit}). Check the number.</source>
        <translation>工号 {number} 属于{name}（{unit}），请核对。</translation>
    </message>
    <message>
        <source>{count} people still belong to {unit}. Give them another unit first, or deactivate them.</source>
        <translation>{unit}还有 {count} 人。请先把他们转到其他单位或停用。</translation>
    </message>
    <message>
        <source>This unit is not there any more. Refresh the page.</source>
        <translation>该单位已不存在，请刷新。</translation>
    </message>
    <message>
        <source>Give the unit a name.</source>
        <translation>请填写单位名称。</translation>
    </message>
    <message>
        <source>There is already a unit called “{name}”. Choose another name.</source>
        <translation>已有单位“{name}”，请换一个名称。</translation>
    </message>
    <message>
        <source>“{code}” is not a unit code: use 1 to 16 letters A-Z, digits, hyphens or dots.</source>
        <translation>“{code}”不能作单位代码：只能用 1 至 16 位字母、数字、短横线或点。</translation>
    </message>
    <message>
        <source>The code {code} belongs to {unit}. Choose another code.</source>
        <translation>代码 {code} 已用于{unit}，请换一个。</translation>
    </message>
    <message>
        <source>Row {row}, {column} “{value}”:</source>
        <translation>第 {row} 行，{column}“{value}”：</translation>
    </message>
    <message>
        <source>Done: {folder}. Sign in as {names} with the password {password}.</source>
        <translation>演练完成：{folder}。登录姓名：{names}；密码：{password}</translation>
    </message>
    <message>
        <source>{count} certificates printed into {file}</source>
        <translation>已打印 {count} 张证书：{file}</translation>
    </message>
    <message>
        <source>{label}: the result is right. {drawn} drawn, {alternates} alternates, freeze code {code}</source>
        <translation>{label}：结果正确。抽中 {drawn} 人，备选 {alternates} 人，封存码 {code}</translation>
    </message>
    <message>
        <source>Everything agrees: {rows} rows, {people} individual totals, {teams} teams, {units} units, {awards} awards and {publications} publications follow from the journal. Journal: {entries} entries, hash {head}</source>
        <translation>全部一致：{rows} 条数据、{people} 个个人总分、{teams} 支代表队、{units} 个单位、{awards} 项奖励、{publications} 次公布均可由操作日志重新算出。日志共 {entries} 条，校验码 {head}</translation>
    </message>
    <message>
        <source>Differences: {count}</source>
        <translation>差异：{count} 处</translation>
    </message>
    <message>
        <source>{file}: entry {number} of the journal was changed from outside.</source>
        <translation>{file}：操作日志第 {number} 条被从外部改动。</translation>
    </message>
    <message>
        <source>The newer journal has {new} entries, the older one {old}: entries were cut off, or the order is wrong.</source>
        <translation>新日志有 {new} 条，旧日志有 {old} 条：有记录被删去，或两个文件的先后颠倒。</translation>
    </message>
    <message>
        <source>The journals part at entry {number}: the newer one does not go on from the older.</source>
        <translation>两份日志从第 {number} 条起不同：新日志不是旧日志的延续。</translation>
    </message>
    <message>
        <source>The newer journal ({new} entries) goes on from the older one ({old} entries).</source>
        <translation>新日志（{new} 条）是旧日志（{old} 条）的延续。</translation>
    </message>
    <message>
        <source>The command was not understood ({problem}). It is called like this:</source>
        <translation>命令有误（{problem}）。用法如下：</translation>
    </message>
    <message>
        <source>The list needs a column 奖项 (award) and a column 姓名 (name) or 单位 (unit). Name the columns so in one row and choose the file again.</source>
        <translation>名单需要有“奖项”列，以及“姓名”或“单位”列。请在同一行写好这些列名，再重新选择文件。</translation>
    </message>
    <message>
        <source>The list holds no row below its header. Add the people and choose it again.</source>
        <translation>名单的表头下面没有内容。请填入人员后重新选择。</translation>
    </message>
    <message>
        <source>The cell holds an error or an unfinished formula.</source>
        <translation>单元格中是错误值或没有结果的公式。</translation>
    </message>
    <message>
        <source>Type the value itself into the cell.</source>
        <translation>请在单元格中直接填写内容。</translation>
    </message>
    <message>
        <source>The award is missing.</source>
        <translation>缺少奖项。</translation>
    </message>
    <message>
        <source>Name and unit are both missing.</source>
        <translation>姓名和单位都没有填写。</translation>
    </message>
    <message>
        <source>No font of the program can print {characters}.</source>
        <translation>程序字体都无法打印“{characters}”。</translation>
    </message>
    <message>
        <source>Check the characters; write them another way if they are right.</source>
        <translation>请核对这些字；如果没有错，请换一种写法。</translation>
    </message>
    <message>
        <source>The number stands in row {row} too.</source>
        <translation>第 {row} 行已有同样的编号。</translation>
    </message>
    <message>
        <source>Give every certificate its own number.</source>
        <translation>请给每张证书一个不同的编号。</translation>
    </message>
    <message>
        <source>Fill the cell, or delete the row.</source>
        <translation>请填写该单元格，或删除这一行。</translation>
    </message>
    <message>
        <source>Written exam</source>
        <translation>笔试</translation>
    </message>
    <message>
        <source>Nobody has a seat yet. Set up the rooms and draw the seats first.</source>
        <translation>还没有人有座位。请先设置考场并抽取座位。</translation>
    </message>
    <message>
        <source>The papers are not sealed yet. Seal them after the exam; marking goes by sealed number.</source>
        <translation>试卷尚未密封。考试结束后先密封，评卷只用密封号。</translation>
    </message>
    <message>
        <source>There is no list of sealed numbers for you. Before the seals are opened, only the two people who sealed may have it.</source>
        <translation>您不能取得密封号对照表：启封前只有两名密封人可以取出。</translation>
    </message>
    <message>
        <source>No papers were drawn to be read again yet. Draw the recheck after the marks are locked.</source>
        <translation>还没有抽取复核的试卷。请在成绩锁定后抽取。</translation>
    </message>
    <message>
        <source>No mark was corrected after the lock, so there is nothing to print.</source>
        <translation>锁定后没有更正过成绩，没有可打印的内容。</translation>
    </message>
    <message>
        <source>Admission tickets, six a page</source>
        <translation>准考证（每页六张）</translation>
    </message>
    <message>
        <source>Admission tickets, one a page</source>
        <translation>准考证（每页一张）</translation>
    </message>
    <message>
        <source>Desk labels</source>
        <translation>桌签</translation>
    </message>
    <message>
        <source>Seating plan to post</source>
        <translation>座次表（张贴）</translation>
    </message>
    <message>
        <source>Seating plan for the office</source>
        <translation>座次表（考务）</translation>
    </message>
    <message>
        <source>Sign-in sheet</source>
        <translation>签到表</translation>
    </message>
    <message>
        <source>Room report</source>
        <translation>考场情况记录表</translation>
    </message>
    <message>
        <source>Envelope face</source>
        <translation>试卷袋封面</translation>
    </message>
    <message>
        <source>Marking sheets</source>
        <translation>登分表</translation>
    </message>
    <message>
        <source>List of sealed numbers</source>
        <translation>密封号对照表</translation>
    </message>
    <message>
        <source>Recheck record</source>
        <translation>复核记录</translation>
    </message>
    <message>
        <source>Record of corrections</source>
        <translation>更正记录</translation>
    </message>
    <message>
        <source>Panel-judged</source>
        <translation>评委打分</translation>
    </message>
    <message>
        <source>Quiz</source>
        <translation>知识竞答</translation>
    </message>
    <message>
        <source>Scenario simulation</source>
        <translation>情景模拟</translation>
    </message>
    <message>
        <source>Service manners</source>
        <translation>服务规范</translation>
    </message>
    <message>
        <source>Communication</source>
        <translation>沟通表达</translation>
    </message>
    <message>
        <source>Handling the problem</source>
        <translation>问题处理</translation>
    </message>
    <message>
        <source>Response to surprises</source>
        <translation>应变能力</translation>
    </message>
    <message>
        <source>Case analysis</source>
        <translation>案例分析</translation>
    </message>
    <message>
        <source>Finding the problem</source>
        <translation>问题判断</translation>
    </message>
    <message>
        <source>Line of thought</source>
        <translation>分析思路</translation>
    </message>
    <message>
        <source>Solution</source>
        <translation>解决方案</translation>
    </message>
    <message>
        <source>Presentation</source>
        <translation>陈述表达</translation>
    </message>
    <message>
        <source>Business operation</source>
        <translation>业务操作</translation>
    </message>
    <message>
        <source>Following the procedure</source>
        <translation>操作规范</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确程度</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>完成时效</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>演讲</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>主题内容</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>语言表达</translation>
    </message>
    <message>
        <source>Bearing</source>
        <translation>仪表仪态</translation>
    </message>
    <message>
        <source>Keeping to the time</source>
        <translation>时间掌握</translation>
    </message>
    <message>
        <source>Star selection</source>
        <translation>明星评选</translation>
    </message>
    <message>
        <source>Service attitude</source>
        <translation>服务态度</translation>
    </message>
    <message>
        <source>Customers' satisfaction</source>
        <translation>客户满意度</translation>
    </message>
    <message>
        <source>Results at work</source>
        <translation>工作业绩</translation>
    </message>
    <message>
        <source>Bearing and presentation</source>
        <translation>仪表与展示</translation>
    </message>
    <message>
        <source>Knowledge quiz</source>
        <translation>知识竞答</translation>
    </message>
    <message>
        <source>takes part</source>
        <translation>参赛</translation>
    </message>
    <message>
        <source>substituted</source>
        <translation>已替换</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已退赛</translation>
    </message>
    <message>
        <source>disciplined</source>
        <translation>违纪</translation>
    </message>
    <message>
        <source>{name} is no longer on the roster.</source>
        <translation>{name} 已不在花名册中。</translation>
    </message>
    <message>
        <source>{name} holds no post certificate, which the rules ask for. Nominate a certified person.</source>
        <translation>{name} 未持岗位证书，而规则要求持证。请推荐持证人员。</translation>
    </message>
    <message>
        <source>mean of the rest</source>
        <translation>其余取平均</translation>
    </message>
    <message>
        <source>sum of the rest</source>
        <translation>其余合计</translation>
    </message>
    <message>
        <source>median of the rest</source>
        <translation>其余取中位数</translation>
    </message>
    <message>
        <source>“{value}” is no coefficient. Type a number.</source>
        <translation>“{value}”不能作为系数，请输入数字。</translation>
    </message>
    <message>
        <source>Numbers of a panel rule cannot be negative. Type 0 or more.</source>
        <translation>评委组规则中的数字不能为负，请输入 0 或更大的数。</translation>
    </message>
    <message>
        <source>“{value}” is no way to combine marks. Choose mean, sum or median.</source>
        <translation>“{value}”不是合成分数的方式，请选择平均、合计或中位数。</translation>
    </message>
    <message>
        <source>Judges' marks: {marks}</source>
        <translation>评委打分：{marks}</translation>
    </message>
    <message>
        <source>Incomplete: {count} marks, the rule asks for at least {minimum}</source>
        <translation>不完整：有 {count} 个分数，规则要求至少 {minimum} 个</translation>
    </message>
    <message>
        <source>Dropped: lowest {low}, highest {high}</source>
        <translation>去掉：最低分 {low}，最高分 {high}</translation>
    </message>
    <message>
        <source>Nothing is dropped: {count} marks</source>
        <translation>不去分：共 {count} 个分数</translation>
    </message>
    <message>
        <source>Times coefficient: {mark} × {coefficient} = {product}</source>
        <translation>乘难度系数：{mark} × {coefficient} = {product}</translation>
    </message>
    <message>
        <source>Panel mark</source>
        <translation>评委组得分</translation>
    </message>
    <message>
        <source>“{mark}” is not a mark. Type a number.</source>
        <translation>“{mark}”不是分数，请输入数字。</translation>
    </message>
    <message>
        <source>Median of {marks} = {median}</source>
        <translation>{marks} 的中位数 = {median}</translation>
    </message>
    <message>
        <source>Sum: {marks} = {sum}</source>
        <translation>合计：{marks} = {sum}</translation>
    </message>
    <message>
        <source>Mean: {sum} ÷ {count} = {mean}</source>
        <translation>平均：{sum} ÷ {count} = {mean}</translation>
    </message>
    <message>
        <source>Rounded half up to {places} places: {mark}</source>
        <translation>四舍五入保留 {places} 位小数：{mark}</translation>
    </message>
    <message>
        <source>Required question</source>
        <translation>必答题</translation>
    </message>
    <message>
        <source>Buzzer question</source>
        <translation>抢答题</translation>
    </message>
    <message>
        <source>Risk question</source>
        <translation>风险题</translation>
    </message>
    <message>
        <source>Extra question</source>
        <translation>加赛题</translation>
    </message>
    <message>
        <source>Bonus or penalty</source>
        <translation>加减分</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>答对</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>答错</translation>
    </message>
    <message>
        <source>Pressed early</source>
        <translation>抢按犯规</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>Say how many points are given or taken.</source>
        <translation>请写明加多少分或扣多少分。</translation>
    </message>
    <message>
        <source>The stake is one of {values}. Choose it before the question is read.</source>
        <translation>风险题分值只能是 {values}，请在读题前选定。</translation>
    </message>
    <message>
        <source>This result does not exist for this kind of question.</source>
        <translation>这类题目没有这种结果。</translation>
    </message>
    <message>
        <source>Question {question} is void after an early press. Go on to the next one.</source>
        <translation>第 {question} 题因抢按犯规已作废，请进入下一题。</translation>
    </message>
    <message>
        <source>Question {question} was answered already. Void that line first, or go on to the next one.</source>
        <translation>第 {question} 题已有记录。请先作废该行，或进入下一题。</translation>
    </message>
    <message>
        <source>This nomination has a history and stays on the list. It can only be withdrawn.</source>
        <translation>这名选手已有变动记录，须保留在名单上，只能办理退赛。</translation>
    </message>
    <message>
        <source>Only somebody who takes part or has withdrawn can be substituted.</source>
        <translation>只有参赛或已退赛的选手才能替换。</translation>
    </message>
    <message>
        <source>A substitute comes from the same unit. Choose one of its people.</source>
        <translation>替补须来自同一单位，请从该单位中选择。</translation>
    </message>
    <message>
        <source>Somebody who was substituted does not come back.</source>
        <translation>已被替换的选手不能恢复参赛。</translation>
    </message>
    <message>
        <source>Group {group} does not exist: the rules have {most} groups.</source>
        <translation>没有第 {group} 组：规则设定为 {most} 个组。</translation>
    </message>
    <message>
        <source>Say why the codes are declared void: it stays in the journal.</source>
        <translation>请写明编号作废的原因，原因将记入日志。</translation>
    </message>
    <message>
        <source>No secret codes are drawn, so there is nothing to declare void.</source>
        <translation>还没有抽取保密编号，无需作废。</translation>
    </message>
    <message>
        <source>This level of the codes is not drawn, so it has no table.</source>
        <translation>这一级加密还没有抽取，没有对照表。</translation>
    </message>
    <message>
        <source>Only {drawer} and {witness}, who drew these codes, may take out the table, both together. Ask them.</source>
        <translation>只有抽取本级编号的{drawer}和{witness}两人同时在场，才能取出对照表。请找他们。</translation>
    </message>
    <message>
        <source>The rules do not ask for level {level} of the codes. Set the levels of coding first.</source>
        <translation>规则没有要求第 {level} 次加密。请先在规则中设定加密次数。</translation>
    </message>
    <message>
        <source>Some elites have no code of the level before yet. Give everybody one first.</source>
        <translation>还有选手没有上一级编号。请先给全部选手编号。</translation>
    </message>
    <message>
        <source>Level {level} of the codes is not the next one. Look at the levels again.</source>
        <translation>现在还轮不到第 {level} 次加密。请重新查看加密进度。</translation>
    </message>
    <message>
        <source>Marks stand under the present codes already, so the codes stay as they are.</source>
        <translation>现有编号下已有分数，编号不能再变。</translation>
    </message>
    <message>
        <source>The table of codes is not the one that was drawn: it was changed outside the program. Do not go on; compare with a backup of the day of the draw.</source>
        <translation>编号对照表与抽取时不符，数据在程序之外被改动过。请停止操作，并与抽取当天的备份核对。</translation>
    </message>
    <message>
        <source>Nobody is nominated yet. Take in the nominations first.</source>
        <translation>还没有推荐选手，请先录入推荐名单。</translation>
    </message>
    <message>
        <source>Some elites have no group yet. Put everybody into a group, then give the codes.</source>
        <translation>还有选手没有分组。请先全部分组，再编号。</translation>
    </message>
    <message>
        <source>This nomination is no longer there. Refresh the list.</source>
        <translation>这名选手已不在名单中，请刷新。</translation>
    </message>
    <message>
        <source>This person is no longer on the roster. Refresh the list.</source>
        <translation>此人已不在花名册中，请刷新。</translation>
    </message>
    <message>
        <source>{name} is on the list of nominations already. Look there for the state.</source>
        <translation>{name} 已在决赛名单中，请在名单中查看其状态。</translation>
    </message>
    <message>
        <source>Choose at least one person.</source>
        <translation>请至少选择一人。</translation>
    </message>
    <message>
        <source>{team} would send {count} elites, but the rules allow {maximum}. Choose fewer, or take somebody off its list first.</source>
        <translation>{team} 将有 {count} 名选手，而规则最多允许 {maximum} 名。请少选几人，或先从名单中移出。</translation>
    </message>
    <message>
        <source>{name} has marks in the final already. Withdraw the elite instead, with a reason.</source>
        <translation>{name} 在决赛中已有分数，请改为办理退赛并注明原因。</translation>
    </message>
    <message>
        <source>Say why: the reason stays in the journal.</source>
        <translation>请写明原因，原因会保留在操作日志中。</translation>
    </message>
    <message>
        <source>While the papers are sealed, a state cannot be changed by sealed number: the sign-in would say whose paper it is. Only the competition office can zero paper {paper}.</source>
        <translation>试卷密封期间，不能按密封号更改参考状态，否则签到页会显露是谁的试卷。只有竞赛办公室可以将试卷 {paper} 判为零分。</translation>
    </message>
    <message>
        <source>No mark waits for verification here.</source>
        <translation>这里没有待复核的成绩。</translation>
    </message>
    <message>
        <source>These marks were entered by you. Somebody else verifies them against the papers.</source>
        <translation>这些成绩是您本人录入的，须由他人对照试卷复核。</translation>
    </message>
    <message>
        <source>Paper {paper} was handed in and sealed, so its candidate sat the exam. Look whether the number is right.</source>
        <translation>试卷 {paper} 已交卷并密封，说明考生参加了考试。请检查号码是否正确。</translation>
    </message>
    <message>
        <source>In this competition every mark is verified by a second entry. Let another person type the marks again.</source>
        <translation>本赛事以二次录入复核成绩。请由另一人再录入一遍。</translation>
    </message>
    <message>
        <source>This candidate is no longer in the sitting. Press F5 to see the present state.</source>
        <translation>该考生已不在本场次。请按 F5 查看最新情况。</translation>
    </message>
    <message>
        <source>The questions add up to {total} points, but {section} has {full}. Correct the key.</source>
        <translation>各题合计 {total} 分，而“{section}”满分为 {full} 分。请更正标准答案。</translation>
    </message>
    <message>
        <source>This section has no key yet. Set the key of its questions first.</source>
        <translation>这一部分还没有标准答案，请先录入标准答案。</translation>
    </message>
    <message>
        <source>No paper of this sitting has this number.</source>
        <translation>本场次没有此号码的试卷。</translation>
    </message>
    <message>
        <source>This paper stands in an earlier line already.</source>
        <translation>这份试卷在前面的行中已出现。</translation>
    </message>
    <message>
        <source>You typed the second entry of this paper, or its candidate was absent.</source>
        <translation>这份试卷的二次录入由您完成，或考生未参加考试。</translation>
    </message>
    <message>
        <source>Another mark stands for this paper already.</source>
        <translation>这份试卷已有另一个成绩。</translation>
    </message>
    <message>
        <source>Look at the paper; clear the mark first if the answers are right.</source>
        <translation>请查看试卷；如答案无误，请先清除原成绩。</translation>
    </message>
    <message>
        <source>The sections of the paper were changed. Press F5 to see the present state.</source>
        <translation>试卷的各部分已被修改。请按 F5 查看最新情况。</translation>
    </message>
    <message>
        <source>{by} saved {theirs} here in the meantime; you typed {mine}. Look at the paper.</source>
        <translation>{by}刚刚在这里保存了 {theirs}，您输入的是 {mine}。请核对试卷。</translation>
    </message>
    <message>
        <source>The state of {ticket} was set to {theirs} in the meantime; you typed {mine}. Look at the paper.</source>
        <translation>考生 {ticket} 的参考状态刚被改为 {theirs}，您输入的是 {mine}。请核对。</translation>
    </message>
    <message>
        <source>Candidates still without a mark or a state: {count}. Enter them before locking.</source>
        <translation>还有 {count} 名考生既没有成绩也没有参考状态。请录入后再锁定。</translation>
    </message>
    <message>
        <source>Marks not yet verified: {count}. Somebody other than their recorder verifies them first.</source>
        <translation>还有 {count} 份成绩未复核。请由录入人以外的人先复核。</translation>
    </message>
    <message>
        <source>Say why the marks are opened again.</source>
        <translation>请写明重新开放成绩的原因。</translation>
    </message>
    <message>
        <source>Written exam {number}</source>
        <translation>第 {number} 场笔试</translation>
    </message>
    <message>
        <source>Written mark</source>
        <translation>笔试成绩</translation>
    </message>
    <message>
        <source>No drawn person is without a sitting. Run the draw first, or press F5.</source>
        <translation>没有尚未安排场次的抽中人员。请先完成抽取，或按 F5 刷新。</translation>
    </message>
    <message>
        <source>Give the sitting a name.</source>
        <translation>请填写场次名称。</translation>
    </message>
    <message>
        <source>The marks of {sitting} were locked by {person} and {witness}. The competition office can open them again with a reason.</source>
        <translation>“{sitting}”的成绩已由{person}、{witness}锁定。如需修改，由竞赛办公室说明原因后重新开放。</translation>
    </message>
    <message>
        <source>The papers of {sitting} are sealed, so candidates, seats and sign-ins stay as they are.</source>
        <translation>“{sitting}”的试卷已密封，考生、座位和签到不能再改。</translation>
    </message>
    <message>
        <source>This sitting is no longer there. Press F5 to see the present state.</source>
        <translation>该场次已不存在。请按 F5 查看最新情况。</translation>
    </message>
    <message>
        <source>A sitting lasts 1 to 600 minutes. Type such a number.</source>
        <translation>考试时长为 1 至 600 分钟，请重新输入。</translation>
    </message>
    <message>
        <source>Give every section a name of its own.</source>
        <translation>每个部分都要有名称，且不能重名。</translation>
    </message>
    <message>
        <source>The full marks of the sections add up to {total}, but the paper has {full}. Correct the sections or the rule.</source>
        <translation>各部分满分合计 {total}，而试卷满分为 {full}。请修改各部分，或修改规则中的满分。</translation>
    </message>
    <message>
        <source>Marks stand in the sections already, so the sections cannot be changed.</source>
        <translation>已经录入成绩，试卷各部分不能再改。</translation>
    </message>
    <message>
        <source>The two passwords differ. Type the same one twice.</source>
        <translation>两次输入的密码不一致，请重新输入。</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written: {reason}. Choose another folder.</source>
        <translation>无法写入文件夹 {folder}：{reason}。请另选文件夹。</translation>
    </message>
    <message>
        <source>MANIFEST.sha256: the freeze code of this folder is {code}, not the one that was published.</source>
        <translation>MANIFEST.sha256：本文件夹的封存码是 {code}，与公布的不同。</translation>
    </message>
    <message>
        <source>{file} was changed after the freeze: its SHA-256 is not the one in MANIFEST.sha256.</source>
        <translation>{file} 在封存后被改动：其 SHA-256 与 MANIFEST.sha256 不符。</translation>
    </message>
    <message>
        <source>result.tsv, line {line}: it says “{stands}”, but the frozen files and the dice give “{wanted}”.</source>
        <translation>result.tsv 第 {line} 行：文件为“{stands}”，而由封存文件和骰子重算得“{wanted}”。</translation>
    </message>
    <message>
        <source>{file} is missing. Use the whole folder as it was exported.</source>
        <translation>缺少 {file}。请使用导出时的完整文件夹。</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}.</source>
        <translation>无法读取 {file}：{reason}。</translation>
    </message>
    <message>
        <source>Look at the paper and correct the cell.</source>
        <translation>请核对试卷并更正该单元格。</translation>
    </message>
    <message>
        <source>Look at the paper and write the mark as a plain number.</source>
        <translation>请核对试卷，把成绩写成普通数字。</translation>
    </message>
    <message>
        <source>The file has no column for the ticket number (准考证号) or the staff number (工号). Name one of them in the header row.</source>
        <translation>文件中没有“准考证号”列，也没有“工号”列。请在表头中写明其中一列。</translation>
    </message>
    <message>
        <source>The file has no column for the marks of {section}. Name it in the header row, such as 成绩.</source>
        <translation>文件中没有“{section}”的成绩列。请在表头中写明，例如“成绩”。</translation>
    </message>
    <message>
        <source>The row has more cells than the header row; perhaps a comma stands in a mark.</source>
        <translation>本行的列数比表头多，可能是成绩中写了逗号。</translation>
    </message>
    <message>
        <source>Write decimals with a point, such as 95.5, or put the cell into quotes.</source>
        <translation>小数请用小数点，例如 95.5；或给该单元格加上引号。</translation>
    </message>
    <message>
        <source>The row names no candidate.</source>
        <translation>本行没有写明考生。</translation>
    </message>
    <message>
        <source>Write the ticket number or staff number, or delete the row.</source>
        <translation>请填写准考证号或工号，或删除本行。</translation>
    </message>
    <message>
        <source>The row says two things: a mark and a state, or two states.</source>
        <translation>本行前后矛盾：既有成绩又有缺考等状态，或有两种状态。</translation>
    </message>
    <message>
        <source>Leave only what holds: the mark, or the state.</source>
        <translation>请只保留属实的一项：成绩或状态。</translation>
    </message>
    <message>
        <source>No mark and no state: the mark stays missing, it is not taken as 0.</source>
        <translation>既无成绩也无状态：按“未录入”处理，不会当作 0 分。</translation>
    </message>
    <message>
        <source>Write 0 if the paper got 0, or 缺考 if the person was absent.</source>
        <translation>得 0 分请写 0，缺考请写“缺考”。</translation>
    </message>
    <message>
        <source>This is not a state.</source>
        <translation>不是规定的参考状态。</translation>
    </message>
    <message>
        <source>Write 正常, 迟到, 缺考, 请假, 违纪, 作弊零分 or 取消资格, or leave it empty.</source>
        <translation>请填写：正常、迟到、缺考、请假、违纪、作弊零分或取消资格，也可留空。</translation>
    </message>
    <message>
        <source>A formula without a stored value.</source>
        <translation>公式没有保存计算结果。</translation>
    </message>
    <message>
        <source>Open the file in Excel or WPS and save it, or write the value itself.</source>
        <translation>请用 Excel 或 WPS 打开后保存一次，或直接填写数值。</translation>
    </message>
    <message>
        <source>The cell shows an error instead of a value.</source>
        <translation>单元格显示的是错误值。</translation>
    </message>
    <message>
        <source>Correct the formula, or write the value itself.</source>
        <translation>请改正公式，或直接填写数值。</translation>
    </message>
    <message>
        <source>The cell holds neither a number nor plain text.</source>
        <translation>单元格既不是数字也不是普通文本。</translation>
    </message>
    <message>
        <source>The roster holds no people. Choose another file.</source>
        <translation>花名册里没有人员。请换一个文件。</translation>
    </message>
    <message>
        <source>{name} is a file. Name a folder for the rehearsal.</source>
        <translation>{name} 是一个文件。请为演练指定一个文件夹。</translation>
    </message>
    <message>
        <source>The folder {name} holds other files or work done since the last rehearsal, which a new one would replace. Name a new or an empty folder.</source>
        <translation>文件夹 {name} 里有别的文件，或上次演练之后又有改动，新的演练会把它们替换掉。请指定一个新的或空的文件夹。</translation>
    </message>
    <message>
        <source>The database {name} is not empty. A rehearsal needs an empty one: create it and name it.</source>
        <translation>数据库 {name} 不是空的。演练需要一个空数据库：请新建一个再指定。</translation>
    </message>
    <message>
        <source>The folder {name} cannot be written. Check that its place exists, can be written and has room.</source>
        <translation>文件夹 {name} 无法写入。请检查它的位置是否存在、是否可写、磁盘是否有空间。</translation>
    </message>
    <message>
        <source>“{value}” stands where a mark is expected. Correct the file.</source>
        <translation>应填分数的位置填的是“{value}”。请改正文件。</translation>
    </message>
    <message>
        <source>The file {name} has no column for the staff number (工号). Add it.</source>
        <translation>文件 {name} 没有“工号”列。请补上。</translation>
    </message>
    <message>
        <source>Items and panels set up: {items} items, {judges} judges</source>
        <translation>竞赛项目和评委组已设定：{items} 个项目，{judges} 名评委</translation>
    </message>
    <message>
        <source>Marks of the final entered: {count}</source>
        <translation>决赛成绩已录入：{count} 个分数</translation>
    </message>
    <message>
        <source>{judge} signed in and confirmed {count} mark sheets on the screen</source>
        <translation>{judge} 已登录，并在屏幕上确认 {count} 份评分表</translation>
    </message>
    <message>
        <source>Judges' marks typed again: {count}, read differently and settled: {differ}</source>
        <translation>评委分二次录入：{count} 个，其中 {differ} 处不一致，已裁定</translation>
    </message>
    <message>
        <source>Bonus and deduction lines entered: {count}</source>
        <translation>加分、扣分已录入：{count} 条</translation>
    </message>
    <message>
        <source>Marks of the final verified by another person: {count}</source>
        <translation>决赛成绩已由另一人复核：{count} 份</translation>
    </message>
    <message>
        <source>Items of the final locked by two people: {count}</source>
        <translation>决赛项目已由两人锁定：{count} 个</translation>
    </message>
    <message>
        <source>Draw folder written and verified: {name}</source>
        <translation>抽取资料已导出并核验：{name}</translation>
    </message>
    <message>
        <source>Sitting “{name}” made for {count} candidates</source>
        <translation>已安排考试场次“{name}”，考生 {count} 人</translation>
    </message>
    <message>
        <source>No objective section in these papers</source>
        <translation>试卷没有客观题部分</translation>
    </message>
    <message>
        <source>Objective answers scored by the key: {count} sheets</source>
        <translation>客观题已按标准答案判分：{count} 份</translation>
    </message>
    <message>
        <source>Written marks imported: {count} candidates, {away} away, {zeroed} zeroed</source>
        <translation>笔试成绩已导入：考生 {count} 人，缺考或请假 {away} 人，作弊零分 {zeroed} 人</translation>
    </message>
    <message>
        <source>The rules ask for no second entry</source>
        <translation>规则不要求二次录入</translation>
    </message>
    <message>
        <source>Every mark typed again by another person: {count} papers, {differ} differently</source>
        <translation>每个分数由另一人重新录入：{count} 份，其中 {differ} 处不一致</translation>
    </message>
    <message>
        <source>Written marks verified by another person: {count}</source>
        <translation>笔试成绩已由另一人复核：{count} 份</translation>
    </message>
    <message>
        <source>Marks typed alike verify each other; settled by a third person: {count}</source>
        <translation>两次录入一致即为复核；由第三人裁定：{count} 处</translation>
    </message>
    <message>
        <source>Written marks locked by two people</source>
        <translation>笔试成绩由两人锁定</translation>
    </message>
    <message>
        <source>Seals opened by two people; best unit: {unit} with {average}</source>
        <translation>两人拆封；平均分最高：{unit} {average}</translation>
    </message>
    <message>
        <source>Nominations taken in: {count} elites in {teams} teams</source>
        <translation>推荐名单已录入：{teams} 支代表队，选手 {count} 人</translation>
    </message>
    <message>
        <source>Groups, order and codes drawn by lot: {sizes}</source>
        <translation>分组、出场顺序和选手编号已抽签：{sizes}</translation>
    </message>
    <message>
        <source>Competition “{name}” created, with {people} people at the desk</source>
        <translation>已创建赛事“{name}”，工作人员 {people} 人</translation>
    </message>
    <message>
        <source>Roster taken in: {people} people in {units} units</source>
        <translation>花名册已导入：{units} 个单位，{people} 人</translation>
    </message>
    <message>
        <source>Rules set and locked; {count} differ from the defaults</source>
        <translation>规则已设定并锁定，其中 {count} 项与默认不同</translation>
    </message>
    <message>
        <source>Draw planned: {places} of {eligible} eligible people, {alternates} alternates</source>
        <translation>抽取方案：符合条件 {eligible} 人，抽 {places} 人，备选 {alternates} 人</translation>
    </message>
    <message>
        <source>Draw frozen, code {code}…</source>
        <translation>名单已封存，封存码 {code}…</translation>
    </message>
    <message>
        <source>Dice typed by two people, draw run: {drawn} people drawn</source>
        <translation>骰子数字由两人录入，抽取完成：抽中 {drawn} 人</translation>
    </message>
    <message>
        <source>Nobody struck: no unit is large enough for alternates</source>
        <translation>没有替换：各单位人数太少，没有备选</translation>
    </message>
    <message>
        <source>{name} struck with a reason; {other} steps up</source>
        <translation>{name} 因故划去（已记理由），{other} 递补</translation>
    </message>
    <message>
        <source>Individuals</source>
        <translation>个人</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>团体</translation>
    </message>
    <message>
        <source>Single item</source>
        <translation>单项</translation>
    </message>
    <message>
        <source>Each group</source>
        <translation>各组</translation>
    </message>
    <message>
        <source>Organisation (participation rate)</source>
        <translation>优秀组织（按参考率）</translation>
    </message>
    <message>
        <source>Title, given by hand</source>
        <translation>荣誉称号（人工授予）</translation>
    </message>
    <message>
        <source>Give the award a name.</source>
        <translation>请填写奖项名称。</translation>
    </message>
    <message>
        <source>Choose for whom the award is, and by what it is given.</source>
        <translation>请选择奖项授予对象和评定方法。</translation>
    </message>
    <message>
        <source>The number of winners is a whole number from 1 to 1000.</source>
        <translation>获奖数量应为 1 到 1000 的整数。</translation>
    </message>
    <message>
        <source>The share of winners lies above 0 and up to 100 percent.</source>
        <translation>获奖比例应大于 0，不超过 100%。</translation>
    </message>
    <message>
        <source>Equal totals: the on-site total decides ({own}; equal on the total: {others})</source>
        <translation>总分相同，以现场成绩定先后（本人 {own}；同分者 {others}）</translation>
    </message>
    <message>
        <source>Equal totals: the written mark decides ({own}; equal on the total: {others})</source>
        <translation>总分相同，以笔试成绩定先后（本人 {own}；同分者 {others}）</translation>
    </message>
    <message>
        <source>Equal totals: the best single member decides ({own}; equal on the total: {others})</source>
        <translation>总分相同，以队内最高个人总分定先后（本队 {own}；同分者 {others}）</translation>
    </message>
    <message>
        <source>Equal totals: the highest item mark decides ({own}; equal on the total: {others})</source>
        <translation>总分相同，以最高单项得分定先后（本方 {own}；同分者 {others}）</translation>
    </message>
    <message>
        <source>rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>total mark</source>
        <translation>总分</translation>
    </message>
    <message>
        <source>average</source>
        <translation>平均分</translation>
    </message>
    <message>
        <source>participation rate</source>
        <translation>参考率</translation>
    </message>
    <message>
        <source>award</source>
        <translation>奖项</translation>
    </message>
    <message>
        <source>tie key</source>
        <translation>同分依据</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>on the list</source>
        <translation>是否在名单上</translation>
    </message>
    <message>
        <source>person's name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Individual totals</source>
        <translation>个人总分</translation>
    </message>
    <message>
        <source>On-site totals</source>
        <translation>现场成绩</translation>
    </message>
    <message>
        <source>Written marks of the final</source>
        <translation>决赛笔试成绩</translation>
    </message>
    <message>
        <source>Marks of one item</source>
        <translation>单项成绩</translation>
    </message>
    <message>
        <source>Placing points</source>
        <translation>名次分</translation>
    </message>
    <message>
        <source>Participation rate</source>
        <translation>参考率</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>best members</source>
        <translation>前几名</translation>
    </message>
    <message>
        <source>Team total: {sum} = {total}</source>
        <translation>团体总分：{sum} = {total}</translation>
    </message>
    <message>
        <source>{value} × {weight} % = {weighted}</source>
        <translation>{value} × {weight}% = {weighted}</translation>
    </message>
    <message>
        <source>All-staff average: {value} × 100 ÷ {full} = {brought}</source>
        <translation>全员平均分折合百分制：{value} × 100 ÷ {full} = {brought}</translation>
    </message>
    <message>
        <source>All-staff average: {value}</source>
        <translation>全员平均分：{value}</translation>
    </message>
    <message>
        <source>Participation rate: {value}</source>
        <translation>参考率：{value}</translation>
    </message>
    <message>
        <source>Quiz: {value}</source>
        <translation>知识竞答：{value}</translation>
    </message>
    <message>
        <source>The all-staff average is not there yet</source>
        <translation>全员平均分尚未得出</translation>
    </message>
    <message>
        <source>The participation rate is not there yet</source>
        <translation>参考率尚未得出</translation>
    </message>
    <message>
        <source>The quiz has not been held yet</source>
        <translation>知识竞答尚未进行</translation>
    </message>
    <message>
        <source>Incomplete: marks of members are still missing</source>
        <translation>未完成：还有队员的分数没有录入</translation>
    </message>
    <message>
        <source>Missing elites, counting 0: {count}</source>
        <translation>缺席选手按 0 分计：{count} 人</translation>
    </message>
    <message>
        <source>Missing elites, left out: {count}</source>
        <translation>缺席选手不计入：{count} 人</translation>
    </message>
    <message>
        <source>No elite is left to count</source>
        <translation>没有可计入的选手</translation>
    </message>
    <message>
        <source>Individual totals: {figures} = {value}</source>
        <translation>个人总分合计：{figures} = {value}</translation>
    </message>
    <message>
        <source>On-site totals: {figures} = {value}</source>
        <translation>现场成绩合计：{figures} = {value}</translation>
    </message>
    <message>
        <source>Written marks of the final: {figures} = {value}</source>
        <translation>决赛笔试合计：{figures} = {value}</translation>
    </message>
    <message>
        <source>Item marks: {figures} = {value}</source>
        <translation>单项成绩合计：{figures} = {value}</translation>
    </message>
    <message>
        <source>Placing points: {figures} = {value}</source>
        <translation>名次分合计：{figures} = {value}</translation>
    </message>
    <message>
        <source>Individual totals: ({figures}) ÷ {count} = {value}</source>
        <translation>个人总分平均：（{figures}）÷ {count} = {value}</translation>
    </message>
    <message>
        <source>On-site totals: ({figures}) ÷ {count} = {value}</source>
        <translation>现场成绩平均：（{figures}）÷ {count} = {value}</translation>
    </message>
    <message>
        <source>Written marks of the final: ({figures}) ÷ {count} = {value}</source>
        <translation>决赛笔试平均：（{figures}）÷ {count} = {value}</translation>
    </message>
    <message>
        <source>Item marks: ({figures}) ÷ {count} = {value}</source>
        <translation>单项成绩平均：（{figures}）÷ {count} = {value}</translation>
    </message>
    <message>
        <source>Placing points: ({figures}) ÷ {count} = {value}</source>
        <translation>名次分平均：（{figures}）÷ {count} = {value}</translation>
    </message>
    <message>
        <source>Deduction: −{points} ({reason})</source>
        <translation>扣分：−{points}（{reason}）</translation>
    </message>
    <message>
        <source>Bonus: +{points} ({reason})</source>
        <translation>加分：+{points}（{reason}）</translation>
    </message>
    <message>
        <source>Say why points are given or taken.</source>
        <translation>请写明加分或扣分的原因。</translation>
    </message>
    <message>
        <source>{points} cannot be given or taken. Type a number with at most two places.</source>
        <translation>{points} 不能作为加减分，请输入最多两位小数的数。</translation>
    </message>
    <message>
        <source>Choose the elite or the team this is about.</source>
        <translation>请选择对应的选手或代表队。</translation>
    </message>
    <message>
        <source>This team is no longer there. Refresh the list.</source>
        <translation>这支代表队已不存在，请刷新。</translation>
    </message>
    <message>
        <source>This line is no longer there. Refresh the list.</source>
        <translation>这一行已不存在，请刷新。</translation>
    </message>
    <message>
        <source>Say why the line is struck out.</source>
        <translation>请写明划去这一行的原因。</translation>
    </message>
    <message>
        <source>“{item}” is locked by {person}. Open it again first, with a reason.</source>
        <translation>“{item}”已由{person}锁定，请先注明原因重新开放。</translation>
    </message>
    <message>
        <source>There is no template called {key}.</source>
        <translation>没有名为 {key} 的模板。</translation>
    </message>
    <message>
        <source>There are items already. Add single ones to them.</source>
        <translation>已有竞赛项目，请逐个添加。</translation>
    </message>
    <message>
        <source>Choose what kind of item it is.</source>
        <translation>请选择项目类型。</translation>
    </message>
    <message>
        <source>Choose whether the item is written or on site.</source>
        <translation>请选择项目属于笔试还是现场。</translation>
    </message>
    <message>
        <source>Marks per criterion need criteria. Add at least one.</source>
        <translation>按评分项打分需要有评分项，请至少添加一项。</translation>
    </message>
    <message>
        <source>“{item}” has marks already, so its full marks and criteria stay. Names and weight can change.</source>
        <translation>“{item}”已有分数，满分和评分项不能再变；名称和权重可以修改。</translation>
    </message>
    <message>
        <source>“{item}” has marks already and stays.</source>
        <translation>“{item}”已有分数，不能移除。</translation>
    </message>
    <message>
        <source>This item is no longer there. Refresh the list.</source>
        <translation>这个项目已不存在，请刷新。</translation>
    </message>
    <message>
        <source>Give the item a name.</source>
        <translation>请填写项目名称。</translation>
    </message>
    <message>
        <source>There is an item called “{name}” already. Choose another name.</source>
        <translation>已有名为“{name}”的项目，请换一个名称。</translation>
    </message>
    <message>
        <source>Give every criterion a name, or remove its line.</source>
        <translation>请填写每个评分项的名称，或删除该行。</translation>
    </message>
    <message>
        <source>{value} is no full mark. Type a number above 0, up to 1000.</source>
        <translation>{value} 不能作为满分，请输入大于 0、不超过 1000 的数。</translation>
    </message>
    <message>
        <source>{value} is no weight. Type a number from 0 to 1000.</source>
        <translation>{value} 不能作为权重，请输入 0 至 1000 的数。</translation>
    </message>
    <message>
        <source>Dropping {dropped} of {trim_from} marks leaves none. Drop fewer, or drop only from more judges on.</source>
        <translation>{trim_from} 个分数去掉 {dropped} 个后没有剩余。请少去几个，或提高去分的起始人数。</translation>
    </message>
    <message>
        <source>{value} is no coefficient. Type a number above 0, up to 100.</source>
        <translation>{value} 不能作为系数，请输入大于 0、不超过 100 的数。</translation>
    </message>
    <message>
        <source>Somebody who did not sit the exam has no mark. Clear it.</source>
        <translation>未参加考试者没有分数，请清空。</translation>
    </message>
    <message>
        <source>{code} is not complete, or holds a mark that needs a look first. Finish it, then verify.</source>
        <translation>{code} 尚不完整，或有待核对的分数。请先处理，再复核。</translation>
    </message>
    <message>
        <source>You entered marks of {code} yourself. Another person compares them with the paper.</source>
        <translation>{code} 的分数由您本人录入，须由另一人与原始评分表核对。</translation>
    </message>
    <message>
        <source>“{item}” cannot be locked yet: {waiting} entrants are incomplete or doubtful, {open} not verified.</source>
        <translation>“{item}”还不能锁定：{waiting} 名选手不完整或待核对，{open} 名尚未复核。</translation>
    </message>
    <message>
        <source>“{item}” cannot be locked yet: nothing stands in its ledger.</source>
        <translation>“{item}”还不能锁定：记分表中没有任何记录。</translation>
    </message>
    <message>
        <source>Say why the item is opened again.</source>
        <translation>请写明重新开放的原因。</translation>
    </message>
    <message>
        <source>from {count} marks on, {high} highest and {low} lowest dropped</source>
        <translation>满 {count} 个分数时去掉 {high} 个最高分、{low} 个最低分</translation>
    </message>
    <message>
        <source>coefficient {value}</source>
        <translation>系数 {value}</translation>
    </message>
    <message>
        <source>rounded half up to {places} places</source>
        <translation>四舍五入保留 {places} 位小数</translation>
    </message>
    <message>
        <source>“{item}” is not marked in this way.</source>
        <translation>“{item}”不是这样评分的。</translation>
    </message>
    <message>
        <source>Some marks are missing. Fill in every field; 0 is a mark, empty is not.</source>
        <translation>还有分数未填。请填写每一栏；0 是分数，空白不是。</translation>
    </message>
    <message>
        <source>Say why the confirmed mark is released.</source>
        <translation>请写明退回已确认评分的原因。</translation>
    </message>
    <message>
        <source>This mark is not confirmed by the judge, so it can be changed.</source>
        <translation>该评分未经评委确认，可以直接更改。</translation>
    </message>
    <message>
        <source>This account belongs to no judge. Ask the office to link it under Accounts.</source>
        <translation>该账号没有对应的评委。请竞赛办公室在账号管理中关联评委。</translation>
    </message>
    <message>
        <source>{code} does not take part any more and gets no marks.</source>
        <translation>{code} 已不参赛，不再录入分数。</translation>
    </message>
    <message>
        <source>You do not mark {code}.</source>
        <translation>您不评 {code}。</translation>
    </message>
    <message>
        <source>{code} comes from your own unit, so you do not mark. The office can allow it.</source>
        <translation>{code} 来自您所在的单位，请回避。竞赛办公室可以特许。</translation>
    </message>
    <message>
        <source>You confirmed the mark of {code}; it is fixed. The office can release it with a reason.</source>
        <translation>您已确认 {code} 的评分，不能再改动。如需更改，请竞赛办公室写明原因后退回。</translation>
    </message>
    <message>
        <source>{judge} does not mark this entrant. The panel of the item says who does.</source>
        <translation>{judge} 不评该选手。由谁评分，见该项目的评委组。</translation>
    </message>
    <message>
        <source>{judge} comes from the entrant's unit and does not mark. The office can allow it with a reason.</source>
        <translation>{judge} 与选手同一单位，须回避。办公室可注明原因后允许打分。</translation>
    </message>
    <message>
        <source>{judge} confirmed the mark of {code}; it is fixed. The office can release it with a reason.</source>
        <translation>{judge}已确认 {code} 的评分，不能再改动。如需更改，请竞赛办公室写明原因后退回。</translation>
    </message>
    <message>
        <source>“{item}” is marked criterion by criterion.</source>
        <translation>“{item}”按评分项逐项打分。</translation>
    </message>
    <message>
        <source>“{item}” is marked by one total.</source>
        <translation>“{item}”只录入一个总分。</translation>
    </message>
    <message>
        <source>This criterion is no longer there. Refresh the page.</source>
        <translation>该评分项已不存在，请刷新页面。</translation>
    </message>
    <message>
        <source>Somebody else entered {theirs} here in the meantime. Choose which one stands.</source>
        <translation>在此期间另一人已在这里录入 {theirs}，请选择以哪个为准。</translation>
    </message>
    <message>
        <source>This takes two people. Name the second one.</source>
        <translation>此操作须两人完成，请写明第二人。</translation>
    </message>
    <message>
        <source>No candidate of this sitting has this number.</source>
        <translation>本场次没有使用该号码的考生。</translation>
    </message>
    <message>
        <source>Check the number and whether the right sitting is chosen.</source>
        <translation>请检查号码，并确认选对了场次。</translation>
    </message>
    <message>
        <source>Ticket number and staff number belong to different people.</source>
        <translation>准考证号与工号不是同一个人。</translation>
    </message>
    <message>
        <source>Correct one of them; perhaps the rows were shifted by sorting.</source>
        <translation>请更正其中一个；可能是排序时错行。</translation>
    </message>
    <message>
        <source>Somebody has typed a mark of this paper already.</source>
        <translation>这份试卷已有人录入成绩。</translation>
    </message>
    <message>
        <source>Where marks are typed twice, a file only fills marks that are missing. Take the row out of the file.</source>
        <translation>采用二次录入时，文件只能补录缺少的成绩。请从文件中去掉这一行。</translation>
    </message>
    <message>
        <source>The file and the sign-in do not say the same about this candidate.</source>
        <translation>文件与签到记录对这名考生的说法不一致。</translation>
    </message>
    <message>
        <source>States are not entered a second time. Look at the paper, and take the row out if there is none.</source>
        <translation>参考状态不复录。请核对试卷；没有试卷的，从文件中删去这一行。</translation>
    </message>
    <message>
        <source>The same candidate stands in row {first} already.</source>
        <translation>同一考生在第 {first} 行已经出现。</translation>
    </message>
    <message>
        <source>Leave only the row that holds.</source>
        <translation>请只保留正确的一行。</translation>
    </message>
    <message>
        <source>The name does not belong to this number.</source>
        <translation>姓名与该号码不符。</translation>
    </message>
    <message>
        <source>Correct the row; perhaps the rows were shifted by sorting.</source>
        <translation>请更正本行；可能是排序时错行。</translation>
    </message>
    <message>
        <source>{ticket} has {old} already.</source>
        <translation>{ticket} 已有成绩 {old}。</translation>
    </message>
    <message>
        <source>Look at the paper. To replace what was entered, allow it in the import.</source>
        <translation>请核对试卷。如需覆盖已录入的成绩，请在导入时勾选允许。</translation>
    </message>
    <message>
        <source>{name} sits on a panel or has given marks. Make the judge inactive instead.</source>
        <translation>{name} 在评委组中或已打分，请改为停用。</translation>
    </message>
    <message>
        <source>This judge is no longer there. Refresh the list.</source>
        <translation>这名评委已不存在，请刷新。</translation>
    </message>
    <message>
        <source>“{item}” takes no panel: it is locked, or not judged by a panel.</source>
        <translation>“{item}”不能设评委组：已锁定，或不由评委打分。</translation>
    </message>
    <message>
        <source>{names} is inactive. Choose another judge.</source>
        <translation>{names} 已停用，请选择其他评委。</translation>
    </message>
    <message>
        <source>Say why this judge may mark an entrant of the own unit.</source>
        <translation>请写明为何允许该评委为本单位选手打分。</translation>
    </message>
    <message>
        <source>A mark of this judge stands already. Clear it first.</source>
        <translation>该评委已经打分，请先清除。</translation>
    </message>
    <message>
        <source>{name} has given marks in this item and stays on the panel. Enter / where the judge is absent.</source>
        <translation>{name} 在本项目中已有打分，须保留在评委组中；缺席时请输入 /。</translation>
    </message>
    <message>
        <source>This unit is no longer there. Refresh the list.</source>
        <translation>这个单位已不存在，请刷新。</translation>
    </message>
    <message>
        <source>Give the judge a name.</source>
        <translation>请填写评委姓名。</translation>
    </message>
    <message>
        <source>There is a judge {name} of this unit already. Add something to the name.</source>
        <translation>该单位已有名为 {name} 的评委，请在姓名后加以区分。</translation>
    </message>
    <message>
        <source>The printer {name} does not take the pages. See that it is on and try again.</source>
        <translation>打印机“{name}”没有接收页面。请确认打印机已开机，然后重试。</translation>
    </message>
    <message>
        <source>For whom an award is cannot be changed. Remove it and add another one.</source>
        <translation>奖项的授予对象不能更改，请删除后另建。</translation>
    </message>
    <message>
        <source>Team first prize</source>
        <translation>团体一等奖</translation>
    </message>
    <message>
        <source>Team second prize</source>
        <translation>团体二等奖</translation>
    </message>
    <message>
        <source>Team third prize</source>
        <translation>团体三等奖</translation>
    </message>
    <message>
        <source>Individual first prize</source>
        <translation>个人一等奖</translation>
    </message>
    <message>
        <source>Individual second prize</source>
        <translation>个人二等奖</translation>
    </message>
    <message>
        <source>Individual third prize</source>
        <translation>个人三等奖</translation>
    </message>
    <message>
        <source>Excellent organisation award</source>
        <translation>优秀组织奖</translation>
    </message>
    <message>
        <source>There are awards already. Add single ones, or remove these first.</source>
        <translation>已经设有奖项。请逐个添加，或先删除现有奖项。</translation>
    </message>
    <message>
        <source>This title is no longer there. Refresh the page.</source>
        <translation>该荣誉称号已不存在，请刷新页面。</translation>
    </message>
    <message>
        <source>Nobody on the roster has the staff number {number}. Check the number.</source>
        <translation>花名册中没有工号 {number}，请核对。</translation>
    </message>
    <message>
        <source>{name} has this title already.</source>
        <translation>{name} 已有此荣誉称号。</translation>
    </message>
    <message>
        <source>This person no longer has the title. Refresh the page.</source>
        <translation>此人已没有该荣誉称号，请刷新页面。</translation>
    </message>
    <message>
        <source>This award is no longer there. Refresh the page.</source>
        <translation>该奖项已不存在，请刷新页面。</translation>
    </message>
    <message>
        <source>There is an award called {name} already. Choose another name.</source>
        <translation>已有名为“{name}”的奖项，请换一个名称。</translation>
    </message>
    <message>
        <source>This item is no longer there. Choose another one.</source>
        <translation>该竞赛项目已不存在，请另选。</translation>
    </message>
    <message>
        <source>There is no publication {number}.</source>
        <translation>没有第 {number} 号公布。</translation>
    </message>
    <message>
        <source>Publication {number} does not match its check code: the database was changed from outside. Use a backup copy and tell the supervisor.</source>
        <translation>第 {number} 号公布与校验码不符：数据库曾被外部改动。请改用备份，并报告监督员。</translation>
    </message>
    <message>
        <source>Publication {number} was made in the meantime. Look at it before you publish again.</source>
        <translation>其间已有人发布了第 {number} 号公布。请先查看，再决定是否重新公布。</translation>
    </message>
    <message>
        <source>Secret codes hide the names until every item of the final is locked. Lock the items, then publish.</source>
        <translation>决赛各项目全部锁定前，选手姓名处于加密状态。请先锁定各项目，再公布成绩。</translation>
    </message>
    <message>
        <source>Not everything is verified and locked yet, so this cannot be signed off. Verify and lock it, or publish interim results on purpose.</source>
        <translation>还有成绩没有复核或锁定，不能签字确认。请先复核、锁定，或明确选择公布为阶段性成绩。</translation>
    </message>
    <message>
        <source>Final results are signed off by two people. Type the name of the supervisor who is there.</source>
        <translation>最终成绩须由两人确认。请填写在场监督员的姓名。</translation>
    </message>
    <message>
        <source>There is nothing to publish yet: enter marks first.</source>
        <translation>还没有可公布的内容，请先录入分数。</translation>
    </message>
    <message>
        <source>The results are not complete. Enter what is missing, or publish them as interim results on purpose.</source>
        <translation>成绩还不完整。请补录缺少的内容，或明确选择作为阶段性成绩公布。</translation>
    </message>
    <message>
        <source>Nothing has changed since publication {number}; it still stands.</source>
        <translation>自第 {number} 号公布以来没有变化，该公布仍然有效。</translation>
    </message>
    <message>
        <source>Final: nobody has been nominated yet</source>
        <translation>精英决赛：还没有推荐选手</translation>
    </message>
    <message>
        <source>Final: there are no items yet</source>
        <translation>精英决赛：还没有竞赛项目</translation>
    </message>
    <message>
        <source>All-staff round, numbers still sealed, so no unit gets their marks before the seals are opened: {names}</source>
        <translation>全员练兵：密封号尚未启封，启封前其成绩不计入任何单位：{names}</translation>
    </message>
    <message>
        <source>All-staff round, papers without a mark: {count}</source>
        <translation>全员练兵：还有 {count} 份试卷没有分数</translation>
    </message>
    <message>
        <source>Team total: its own components are not set yet</source>
        <translation>团体总分：自定义构成尚未设置</translation>
    </message>
    <message>
        <source>Final, marks still missing: {count} (elites waiting: {people})</source>
        <translation>精英决赛：{people} 名选手还缺 {count} 个分数</translation>
    </message>
    <message>
        <source>Final, elites with fewer judges' marks than the rule asks for: {people}</source>
        <translation>精英决赛：{people} 名选手的评委打分数少于规则要求</translation>
    </message>
    <message>
        <source>This line is no longer in the standings. Refresh the page.</source>
        <translation>这一行已不在成绩名次中，请刷新页面。</translation>
    </message>
    <message>
        <source>Choose where this component of the team total comes from.</source>
        <translation>请选择团体总分这一组成部分的来源。</translation>
    </message>
    <message>
        <source>The weight of a component lies above 0 and up to 1000 percent.</source>
        <translation>组成部分的权重应大于 0，不超过 1000%。</translation>
    </message>
    <message>
        <source>Say how many of the best members count.</source>
        <translation>请填写取最好的几名队员。</translation>
    </message>
    <message>
        <source>Awards set up: {rules} awards, {holders} titles given by hand</source>
        <translation>奖项已设定：{rules} 个奖项，手工授予称号 {holders} 人</translation>
    </message>
    <message>
        <source>Publication {number} frozen ({hash}); first team: {team}</source>
        <translation>第 {number} 号公布已封存（{hash}）；团体第一名：{team}</translation>
    </message>
    <message>
        <source>Nothing changed, so publication {number} stands</source>
        <translation>没有变化，第 {number} 号公布继续有效</translation>
    </message>
    <message>
        <source>Publication {number} frozen ({hash}): {count} lines changed</source>
        <translation>第 {number} 号公布已封存（{hash}）：{count} 行有变化</translation>
    </message>
    <message>
        <source>No certificates to hand out</source>
        <translation>没有要发放的证书</translation>
    </message>
    <message>
        <source>Certificates handed out: {count}</source>
        <translation>证书已发放：{count} 份</translation>
    </message>
    <message>
        <source>Papers printed: {count} PDF files</source>
        <translation>纸面文件已生成：{count} 个 PDF</translation>
    </message>
    <message>
        <source>Totals: {people} elites and {teams} teams placed, {lines} calculations explained</source>
        <translation>总分已计算：选手 {people} 人、代表队 {teams} 支排定名次，计算说明 {lines} 份</translation>
    </message>
    <message>
        <source>Results written into {name}</source>
        <translation>成绩已写入 {name}</translation>
    </message>
    <message>
        <source>Journal unbroken: {count} entries</source>
        <translation>操作日志完整无缺：{count} 条</translation>
    </message>
    <message>
        <source>“{typed}” is no day and time. Type it as 2026-11-22 09:00, or leave it empty.</source>
        <translation>“{typed}”不是日期时间。请按 2026-11-22 09:00 的格式填写，或留空。</translation>
    </message>
    <message>
        <source>“{typed}” is no number of minutes. Type a number such as 90.</source>
        <translation>“{typed}”不是分钟数。请输入数字，例如 90。</translation>
    </message>
    <message>
        <source>“{typed}” has no full mark. Write a name and a number, such as 客观题 60.</source>
        <translation>“{typed}”没有写满分。请写名称和数字，例如：客观题 60。</translation>
    </message>
    <message>
        <source>No unit is ticked. Tick the units that sit here.</source>
        <translation>尚未勾选单位。请勾选参加本场的单位。</translation>
    </message>
    <message>
        <source>A judge's cell takes a mark, or / where the judge is absent.</source>
        <translation>评委格只能输入分数；评委缺席时输入 /。</translation>
    </message>
    <message>
        <source>Freeze the list of elites first.</source>
        <translation>请先封存选手名单。</translation>
    </message>
    <message>
        <source>Marks of the final stand already, so groups and order stay as they are.</source>
        <translation>决赛已有分数，分组和顺序不能再变。</translation>
    </message>
    <message>
        <source>Type the server and the database.</source>
        <translation>请填写服务器和数据库。</translation>
    </message>
    <message>
        <source>Nobody is signed in, so nothing was saved. Sign in and try again.</source>
        <translation>没有人登录，因此未保存。请登录后重试。</translation>
    </message>
    <message>
        <source>The file has no column for the staff number (工号). Name it in the header row.</source>
        <translation>文件中没有“工号”列，请在表头行写明。</translation>
    </message>
    <message>
        <source>Look at the unit's list and correct the row, or the roster.</source>
        <translation>请对照单位名单更正该行，或更正花名册。</translation>
    </message>
    <message>
        <source>Nobody on the roster has this staff number.</source>
        <translation>花名册中没有这个工号。</translation>
    </message>
    <message>
        <source>This person stands in the file twice.</source>
        <translation>此人在文件中出现两次。</translation>
    </message>
    <message>
        <source>The roster knows this staff number as {name}.</source>
        <translation>花名册中该工号的姓名是 {name}。</translation>
    </message>
    <message>
        <source>{name} was nominated before and left. Change the state in the list.</source>
        <translation>{name} 曾被推荐、现已不在名单中，请在名单中变更其状态。</translation>
    </message>
    <message>
        <source>{unit} would have more than {maximum} elites.</source>
        <translation>{unit} 的选手将超过 {maximum} 名。</translation>
    </message>
    <message>
        <source>Two digits swapped</source>
        <translation>两位数字颠倒</translation>
    </message>
    <message>
        <source>Decimal point lost</source>
        <translation>漏掉小数点</translation>
    </message>
    <message>
        <source>One digit differs</source>
        <translation>一位数字不同</translation>
    </message>
    <message>
        <source>A digit too many or too few</source>
        <translation>多一位或少一位数字</translation>
    </message>
    <message>
        <source>Read differently</source>
        <translation>读数不同</translation>
    </message>
    <message>
        <source>Every paper needs a mark in each of the {count} items. Complete the marks first.</source>
        <translation>每份试卷在 {count} 个题项上都要有分数。请先把分数补齐。</translation>
    </message>
    <message>
        <source>Top band</source>
        <translation>高分段</translation>
    </message>
    <message>
        <source>Random sample</source>
        <translation>随机抽检</translation>
    </message>
    <message>
        <source>Full recheck</source>
        <translation>全面复核</translation>
    </message>
    <message>
        <source>“{typed}” is no sealed number. It has {length} digits, as on the paper.</source>
        <translation>“{typed}”不是密封号。密封号是试卷上的 {length} 位数字。</translation>
    </message>
    <message>
        <source>The check digit of {typed} does not fit: a digit is wrong or two are swapped. Type the number again from the paper.</source>
        <translation>{typed} 的校验位不符：有一位输错或两位颠倒。请对照试卷重新输入。</translation>
    </message>
    <message>
        <source>You typed this mark the first time. The second entry is for somebody else.</source>
        <translation>这个成绩由您首次录入，二次录入须由其他人完成。</translation>
    </message>
    <message>
        <source>You typed this mark in the second entry. The first entry is for somebody else.</source>
        <translation>这个成绩的二次录入由您完成，首次录入须由其他人完成。</translation>
    </message>
    <message>
        <source>{by} typed this mark already. Type it in the second entry; a difference goes to a third person.</source>
        <translation>{by} 已录入这个成绩。请在“二次录入”中录入；如有差异，由第三人裁定。</translation>
    </message>
    <message>
        <source>{by} typed the second entry of this mark already. A difference is settled by a third person.</source>
        <translation>{by} 已完成这个成绩的二次录入。如有差异，由第三人裁定。</translation>
    </message>
    <message>
        <source>The two entries of this mark differ. A third person settles it from the paper.</source>
        <translation>这个成绩的两次录入不一致，须由第三人查看试卷裁定。</translation>
    </message>
    <message>
        <source>Two people read the same mark here, so it is verified. To change it, change the first entry.</source>
        <translation>两人读数一致，成绩已复核。如需修改，请修改首次录入的成绩。</translation>
    </message>
    <message>
        <source>This team is no longer there. Refresh the page.</source>
        <translation>该代表队已不存在，请刷新页面。</translation>
    </message>
    <message>
        <source>Say why the points are given or taken.</source>
        <translation>请写明加减分的原因。</translation>
    </message>
    <message>
        <source>This line is no longer there. Refresh the page.</source>
        <translation>该行已不存在，请刷新页面。</translation>
    </message>
    <message>
        <source>Say why this line does not count.</source>
        <translation>请写明该行作废的原因。</translation>
    </message>
    <message>
        <source>This line is void already.</source>
        <translation>该行已经作废。</translation>
    </message>
    <message>
        <source>This quiz is no longer there. Refresh the page.</source>
        <translation>该竞答项目已不存在，请刷新页面。</translation>
    </message>
    <message>
        <source>{points} cannot be given. Type a number of points other than 0.</source>
        <translation>{points} 不能作为加减分，请输入不为 0 的分数。</translation>
    </message>
    <message>
        <source>Nothing can be revealed before the results are published. Publish them on the standings page.</source>
        <translation>成绩公布之前，不能揭晓。请先在“成绩名次”页公布。</translation>
    </message>
    <message>
        <source>Publication {number} holds no awards. Set up the awards, then publish the results again.</source>
        <translation>第 {number} 次公布中没有奖项。请先设置奖项，再重新公布成绩。</translation>
    </message>
    <message>
        <source>Say why the sealed numbers are withdrawn.</source>
        <translation>请说明撤销密封号的原因。</translation>
    </message>
    <message>
        <source>Marks stand on the sealed numbers already, so they cannot be withdrawn.</source>
        <translation>已按密封号登分，不能撤销。</translation>
    </message>
    <message>
        <source>The seals were opened by {person} and {witness} already.</source>
        <translation>密封已由 {person} 和 {witness} 拆开。</translation>
    </message>
    <message>
        <source>Lock the marks first; only then may the seals be opened.</source>
        <translation>请先锁定成绩，然后才能拆封。</translation>
    </message>
    <message>
        <source>The list of sealed numbers is not the one that was sealed: it was changed outside the program. Do not go on; compare with a backup of the day of the exam.</source>
        <translation>密封号对照表与密封时不一致：有人在程序之外改动过。请停止操作，与考试当天的备份核对。</translation>
    </message>
    <message>
        <source>No paper of this sitting has the sealed number {number}. Look again.</source>
        <translation>本场次没有密封号为 {number} 的试卷。请再核对。</translation>
    </message>
    <message>
        <source>The list of sealed numbers is secret until the marks are locked and the seals opened.</source>
        <translation>成绩锁定并拆封之前，密封号对照表保密。</translation>
    </message>
    <message>
        <source>Of {count} candidates it is not known whether they came. Settle them before sealing.</source>
        <translation>有 {count} 名考生是否到场尚未确定。请在密封前确定。</translation>
    </message>
    <message>
        <source>Nobody signed in, so there is no paper to seal.</source>
        <translation>没有人签到，因此没有可密封的试卷。</translation>
    </message>
    <message>
        <source>The papers handed in are not counted yet: {rooms}. Count them before sealing.</source>
        <translation>试卷尚未清点：{rooms}。请在密封前清点。</translation>
    </message>
    <message>
        <source>{room}: {handed_in} papers were handed in, but {signed_in} people signed in. Find the difference before sealing.</source>
        <translation>{room}：收回 {handed_in} 份，签到 {signed_in} 人。请在密封前查明差异。</translation>
    </message>
    <message>
        <source>Marks were entered by ticket number already, so sealing hides nothing any more.</source>
        <translation>已按准考证号登分，密封已无意义。</translation>
    </message>
    <message>
        <source>The papers of {sitting} are not sealed.</source>
        <translation>“{sitting}”的试卷尚未密封。</translation>
    </message>
    <message>
        <source>The rules of this competition ask for no second entry. The competition office can change that.</source>
        <translation>本赛事的规则未要求二次录入。竞赛办公室可以修改此规则。</translation>
    </message>
    <message>
        <source>{paper} did not sit the exam, so no mark can stand here. Look whether the number is right.</source>
        <translation>{paper} 未参加考试，不能录入成绩。请检查号码是否正确。</translation>
    </message>
    <message>
        <source>These two entries do not differ any more. Press F5 to see the present state.</source>
        <translation>这两次录入已没有差异。请按 F5 查看最新状态。</translation>
    </message>
    <message>
        <source>One of the two entries was changed in the meantime. Press F5 and look again.</source>
        <translation>其中一次录入刚刚被修改。请按 F5 刷新后再看。</translation>
    </message>
    <message>
        <source>You typed one of these two entries. Somebody who typed neither settles the difference from the paper.</source>
        <translation>两次录入中有一次是您录入的。须由未参与录入的第三人查看试卷裁定。</translation>
    </message>
    <message>
        <source>{ticket} has a mark already. Take the mark out on the page of the written marks first.</source>
        <translation>{ticket} 已有成绩。请先在笔试登分页面清除成绩。</translation>
    </message>
    <message>
        <source>Candidates may still come: the late limit of {limit} minutes after the beginning has not passed. Set the time of the sitting if it is missing or wrong.</source>
        <translation>考生仍可能到场：开考后 {limit} 分钟的迟到时限还没有过。如果场次时间未填或有误，请先更正。</translation>
    </message>
    <message>
        <source>Type how many papers were handed in, such as 30.</source>
        <translation>请输入收回的份数，例如 30。</translation>
    </message>
    <message>
        <source>Type how many rooms to add, 1 to {most}.</source>
        <translation>请输入要添加的考场个数，1 到 {most}。</translation>
    </message>
    <message>
        <source>The other sitting has no room that is not here already.</source>
        <translation>其他场次没有可沿用的考场。</translation>
    </message>
    <message>
        <source>Another room is called {name}. Give it another name.</source>
        <translation>已有名为 {name} 的考场，请换一个名称。</translation>
    </message>
    <message>
        <source>{count} candidates sit at desks that you take away ({tickets}). Move them to other seats first.</source>
        <translation>有 {count} 名考生坐在要取消的座位上（{tickets}）。请先把他们调到别的座位。</translation>
    </message>
    <message>
        <source>{count} candidates sit in {room}. Clear the seats, or move them to other rooms first.</source>
        <translation>{room} 里有 {count} 名考生。请先清空座位，或把他们调到别的考场。</translation>
    </message>
    <message>
        <source>There are one or two versions of the paper.</source>
        <translation>试卷只能是一种或 A、B 两种。</translation>
    </message>
    <message>
        <source>This room is no longer there. Press F5 to see the present state.</source>
        <translation>该考场已不存在。请按 F5 刷新。</translation>
    </message>
    <message>
        <source>Give the room a name, such as 第1考场.</source>
        <translation>请填写考场名称，例如 第1考场。</translation>
    </message>
    <message>
        <source>A room has 1 to {most} rows and columns of desks.</source>
        <translation>考场的排数和列数为 1 到 {most}。</translation>
    </message>
    <message>
        <source>The room has no desk left. Leave at least one place with a desk.</source>
        <translation>考场没有可用座位了，请至少保留一个。</translation>
    </message>
    <message>
        <source>{ticket}: {minutes} minutes late; the limit is {limit}. Let nobody in without the head of the exam.</source>
        <translation>{ticket}：已迟到 {minutes} 分钟，超过 {limit} 分钟的时限。未经考点负责人同意不得入场。</translation>
    </message>
    <message>
        <source>Nobody is expected here, so there are no papers to count.</source>
        <translation>这里没有应到考生，不需要清点试卷。</translation>
    </message>
    <message>
        <source>Scan or type a ticket number.</source>
        <translation>请扫描或输入准考证号。</translation>
    </message>
    <message>
        <source>{ticket} belongs to another sitting: {sitting}. Send the candidate there.</source>
        <translation>{ticket} 属于另一场次：{sitting}。请引导考生前往。</translation>
    </message>
    <message>
        <source>Nobody in this sitting has the ticket number {ticket}. Look at the ticket again.</source>
        <translation>本场次没有准考证号 {ticket}。请再核对准考证。</translation>
    </message>
    <message>
        <source>The marks of {sitting} are not locked yet. Lock them first: until then they are mended there.</source>
        <translation>{sitting}的成绩尚未锁定。请先锁定；锁定之前可直接在录入处修改。</translation>
    </message>
    <message>
        <source>No paper of a locked sitting has the number {code}. Check it on the paper.</source>
        <translation>已锁定的场次中没有编号为 {code} 的试卷。请核对试卷上的编号。</translation>
    </message>
    <message>
        <source>Say why the mark is corrected.</source>
        <translation>请写明更正原因。</translation>
    </message>
    <message>
        <source>This is the mark that stands already.</source>
        <translation>现在的分数就是这个。</translation>
    </message>
    <message>
        <source>Correction {number} of the same mark is still open. Decide on it first.</source>
        <translation>同一分数的第 {number} 号更正尚未处理。请先处理。</translation>
    </message>
    <message>
        <source>You proposed this correction. Somebody else confirms or refuses it.</source>
        <translation>这项更正由您提出，应由他人确认或驳回。</translation>
    </message>
    <message>
        <source>Marks changed since this effect was calculated. Look at what moves now, then decide again.</source>
        <translation>影响算出之后分数又有变动。请看新的影响，再作决定。</translation>
    </message>
    <message>
        <source>Say why the correction is refused.</source>
        <translation>请写明驳回原因。</translation>
    </message>
    <message>
        <source>This correction is no longer there. Press F5 to see the present state.</source>
        <translation>这项更正已不存在。请按 F5 查看当前状态。</translation>
    </message>
    <message>
        <source>This correction was decided already.</source>
        <translation>这项更正已经处理过了。</translation>
    </message>
    <message>
        <source>This paper has no mark that could be corrected. To give somebody a mark, open the marks again.</source>
        <translation>这份试卷没有可更正的分数。要补录分数，请重新打开成绩。</translation>
    </message>
    <message>
        <source>There is a recheck of {sitting} already. Declare it void before another one.</source>
        <translation>{sitting}已有一次复核。要重新复核，请先将其作废。</translation>
    </message>
    <message>
        <source>No paper of {sitting} has a mark, so there is nothing to re-read.</source>
        <translation>{sitting}没有已评分的试卷，无可复核。</translation>
    </message>
    <message>
        <source>The papers of this recheck were drawn already.</source>
        <translation>这次复核的试卷已经抽取。</translation>
    </message>
    <message>
        <source>Marks were changed after the freeze. Declare this recheck void, freeze again and throw new dice.</source>
        <translation>封存之后分数有变动。请将这次复核作废，重新封存并重新掷骰。</translation>
    </message>
    <message>
        <source>This recheck is closed. Nothing can be re-read in it any more.</source>
        <translation>这次复核已经结束，不能再录入复核分。</translation>
    </message>
    <message>
        <source>Marks of this paper were entered by you. Somebody else re-reads it.</source>
        <translation>这份试卷的分数由您录入，应由他人复核。</translation>
    </message>
    <message>
        <source>{by} re-read {theirs} here in the meantime; you typed {mine}. Look at the paper.</source>
        <translation>{by} 刚在此录入复核分 {theirs}；您录入的是 {mine}。请核对试卷。</translation>
    </message>
    <message>
        <source>Only a recheck whose papers are drawn can be closed.</source>
        <translation>试卷抽取之后，复核才能结束。</translation>
    </message>
    <message>
        <source>Papers still to be re-read: {count}. The recheck is closed after the last one.</source>
        <translation>还有 {count} 份试卷未复核，全部复核后才能结束。</translation>
    </message>
    <message>
        <source>Papers whose mark was re-read differently and not corrected yet: {count}. Propose a correction, or read the paper once more.</source>
        <translation>有 {count} 份试卷复核分与原分不同且尚未更正。请提出更正，或再看一次试卷。</translation>
    </message>
    <message>
        <source>Say why this recheck is void.</source>
        <translation>请写明作废原因。</translation>
    </message>
    <message>
        <source>This recheck is void already.</source>
        <translation>这次复核已经作废。</translation>
    </message>
    <message>
        <source>This recheck is no longer there. Press F5 to see the present state.</source>
        <translation>这次复核已不存在。请按 F5 查看当前状态。</translation>
    </message>
    <message>
        <source>Throw the dice and type their digits twice.</source>
        <translation>请掷骰，并将数字录入两遍。</translation>
    </message>
    <message>
        <source>The digits typed first and second differ. Look at the dice and type them again.</source>
        <translation>两次录入的数字不一致。请看骰子重新录入。</translation>
    </message>
    <message>
        <source>The seats are drawn with the dice of the random draw, but this sitting comes from none.</source>
        <translation>座位用随机抽取的骰子抽签，但本场次不是由抽取产生的。</translation>
    </message>
    <message>
        <source>There is no room yet. Add the rooms with their desks first.</source>
        <translation>还没有考场，请先添加考场和座位。</translation>
    </message>
    <message>
        <source>Candidates have signed in and sit already. Move single people by hand instead of drawing.</source>
        <translation>已有考生签到就座。请改为手工调整个别座位。</translation>
    </message>
    <message>
        <source>There is no desk at this place. Choose another seat.</source>
        <translation>这个位置没有座位，请另选。</translation>
    </message>
    <message>
        <source>Somebody sits there already. Choose a free seat.</source>
        <translation>那里已经有人，请选空位。</translation>
    </message>
    <message>
        <source>Candidates have signed in and sit already, so the seats stay.</source>
        <translation>已有考生签到就座，座位不能清空。</translation>
    </message>
    <message>
        <source>The journal was changed from outside: entry {number} does not fit the entries before it.</source>
        <translation>操作日志被从外部改动：第 {number} 条与前面的记录不相符。</translation>
    </message>
    <message>
        <source>Entry {number} of the journal cannot be read.</source>
        <translation>操作日志第 {number} 条无法读取。</translation>
    </message>
    <message>
        <source>The journal ends at entry {count}, but its head says {head}: entries were cut off or added from outside.</source>
        <translation>操作日志止于第 {count} 条，而日志头记为 {head} 条：有记录被从外部删去或添入。</translation>
    </message>
    <message>
        <source>The sheet names {count} entries and the hash {head}; the journal here holds no such entry.</source>
        <translation>签字表上写的是 {count} 条、校验码 {head}；本日志中没有这样的记录。</translation>
    </message>
    <message>
        <source>Publication {number} does not match its check code: it was changed from outside.</source>
        <translation>第 {number} 号公布与其校验码不符：内容被从外部改动。</translation>
    </message>
    <message>
        <source>Publication {number} was not made from this journal.</source>
        <translation>第 {number} 号公布不是依据本操作日志产生的。</translation>
    </message>
    <message>
        <source>Publication {number} cannot be read.</source>
        <translation>第 {number} 号公布无法读取。</translation>
    </message>
    <message>
        <source>The second calculation from the journal does not agree, so nothing is published. Differences: {count}. First: {first} Tell the supervisor; a database changed from outside is replaced by a backup.</source>
        <translation>依据操作日志的第二次计算不一致，因此没有公布。差异 {count} 处，第一处：{first}请告知监督员；若数据库被从外部改动，请换用备份。</translation>
    </message>
    <message>
        <source>{where}: total of {who} is {shown}, by the journal {right}.</source>
        <translation>{where}：{who} 的总分为 {shown}，按日志应为 {right}。</translation>
    </message>
    <message>
        <source>{where}: rank of {who} is {shown}, by the journal {right}.</source>
        <translation>{where}：{who} 的名次为 {shown}，按日志应为 {right}。</translation>
    </message>
    <message>
        <source>{where}: a part or an item of {who} is {shown}, by the journal {right}.</source>
        <translation>{where}：{who} 的某一部分或某一项目成绩为 {shown}，按日志应为 {right}。</translation>
    </message>
    <message>
        <source>{where}: {who} stands in the standing, but not by the journal.</source>
        <translation>{where}：{who} 在名次表中，但按日志不应有。</translation>
    </message>
    <message>
        <source>Results as they stand</source>
        <translation>当前成绩</translation>
    </message>
    <message>
        <source>Publication {number}</source>
        <translation>第 {number} 号公布</translation>
    </message>
    <message>
        <source>{where}: {who} is missing in the standing; by the journal it belongs there.</source>
        <translation>{where}：名次表中缺 {who}，按日志应有。</translation>
    </message>
    <message>
        <source>{where}: “{award}” was given to {who}, but not by the journal.</source>
        <translation>{where}：“{award}”授予了 {who}，但按日志不应授予。</translation>
    </message>
    <message>
        <source>{where}: “{award}” was not given to {who}; by the journal it belongs there.</source>
        <translation>{where}：“{award}”没有授予 {who}，按日志应授予。</translation>
    </message>
    <message>
        <source>{what}: {column} is {shown} in the database, by the journal {right}. It was changed from outside.</source>
        <translation>{what}：数据库中的{column}为 {shown}，按日志应为 {right}。数据被从外部改动。</translation>
    </message>
    <message>
        <source>{what} stands in the database, but no journal entry put it there.</source>
        <translation>{what}：数据库中有此记录，但日志中没有录入它的操作。</translation>
    </message>
    <message>
        <source>{what} is missing in the database, but no journal entry took it away.</source>
        <translation>{what}：数据库中缺此记录，但日志中没有删除它的操作。</translation>
    </message>
    <message>
        <source>Bonus or deduction</source>
        <translation>加分或扣分</translation>
    </message>
    <message>
        <source>Judge allowed to mark the own unit</source>
        <translation>准许评本单位选手的评委</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>考生</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>评分项</translation>
    </message>
    <message>
        <source>Item of the final</source>
        <translation>竞赛项目</translation>
    </message>
    <message>
        <source>Mark of the final</source>
        <translation>决赛成绩</translation>
    </message>
    <message>
        <source>Judge's mark</source>
        <translation>评委打分</translation>
    </message>
    <message>
        <source>Elite</source>
        <translation>选手</translation>
    </message>
    <message>
        <source>Seat on a panel</source>
        <translation>评委组席位</translation>
    </message>
    <message>
        <source>Publication</source>
        <translation>公布</translation>
    </message>
    <message>
        <source>Quiz event</source>
        <translation>知识竞答记录</translation>
    </message>
    <message>
        <source>Section of the paper</source>
        <translation>试卷部分</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Sitting</source>
        <translation>考试场次</translation>
    </message>
    <message>
        <source>Staff member</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Component of the team total</source>
        <translation>团体总分组成部分</translation>
    </message>
    <message>
        <source>End of a tie</source>
        <translation>同分判定</translation>
    </message>
    <message>
        <source>Title given by hand</source>
        <translation>手工授予的称号</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>verified by</source>
        <translation>复核人</translation>
    </message>
    <message>
        <source>entered by</source>
        <translation>录入人</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>check code</source>
        <translation>校验码</translation>
    </message>
    <message>
        <source>extra quiz</source>
        <translation>加赛</translation>
    </message>
    <message>
        <source>drawn lot</source>
        <translation>抽签</translation>
    </message>
    <message>
        <source>Everybody has the same place. Say who came before whom.</source>
        <translation>大家名次相同。请说明谁先谁后。</translation>
    </message>
    <message>
        <source>The places do not fit together. Begin at 1; after two people in place 1 comes place 3.</source>
        <translation>名次前后不符。请从 1 开始；有两人并列第 1 时，下一位为第 3。</translation>
    </message>
    <message>
        <source>Equal totals and keys: the extra quiz decides (place {own} in it; equal before it: {others})</source>
        <translation>总分和各项依据均相同：以加赛决定（加赛第 {own}；原并列者：{others}）</translation>
    </message>
    <message>
        <source>Equal totals and keys: the drawn lot decides (place {own} in it; equal before it: {others})</source>
        <translation>总分和各项依据均相同：以抽签决定（签序第 {own}；原并列者：{others}）</translation>
    </message>
    <message>
        <source>Recorded: {note}</source>
        <translation>记录：{note}</translation>
    </message>
    <message>
        <source>Only {sealer} and {witness}, who sealed the papers, may take out the list, both together. Ask them.</source>
        <translation>只有密封人{sealer}和{witness}一同才能取出对照表，请联系他们。</translation>
    </message>
    <message>
        <source>Choose between an extra quiz and a drawn lot.</source>
        <translation>请选择加赛或抽签。</translation>
    </message>
    <message>
        <source>These no longer share a place: the marks have changed. Look at the ties again.</source>
        <translation>分数已有变化，他们不再并列。请重新查看并列名次。</translation>
    </message>
    <message>
        <source>Say what was asked, or how the lot was drawn: it stands in the calculation.</source>
        <translation>请写明加赛内容或抽签经过：它会写入成绩计算过程。</translation>
    </message>
    <message>
        <source>Name the witness of the lot.</source>
        <translation>请填写抽签的见证人。</translation>
    </message>
    <message>
        <source>This decision is no longer there. Look at the ties again.</source>
        <translation>这条记录已不存在，请重新查看并列名次。</translation>
    </message>
    <message>
        <source>Say why the decision is taken back.</source>
        <translation>请说明撤回的原因。</translation>
    </message>
    <message>
        <source>Only marks are typed a second time. Who was absent is entered once, at the sign-in or in the first entry.</source>
        <translation>二次录入只录成绩。缺考等状态只在签到或首次录入时登记一次。</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>考场</translation>
    </message>
    <message>
        <source>verification</source>
        <translation>待复核</translation>
    </message>
    <message>
        <source>third person</source>
        <translation>待第三人裁定</translation>
    </message>
    <message>
        <source>second entry</source>
        <translation>待二次录入</translation>
    </message>
    <message>
        <source>“{typed}” is not a mark. Type a number.</source>
        <translation>“{typed}”不是分数，请输入数字。</translation>
    </message>
    <message>
        <source>The final</source>
        <translation>决赛</translation>
    </message>
    <message>
        <source>Nobody is on a panel yet. Nominate elites and put judges on the panels first.</source>
        <translation>还没有评委组。请先录入推荐选手并安排评委。</translation>
    </message>
    <message>
        <source>No quiz was held yet. Its ledger is printed once it has begun.</source>
        <translation>知识竞答尚未开始。开始后可打印记分表。</translation>
    </message>
    <message>
        <source>This level of the codes is not drawn, or its table is not for you.</source>
        <translation>这一级加密还没有抽取，或者您无权取用其对照表。</translation>
    </message>
    <message>
        <source>Judges' mark sheets</source>
        <translation>评分表</translation>
    </message>
    <message>
        <source>Quiz ledger</source>
        <translation>抢答记分表</translation>
    </message>
    <message>
        <source>Coding table 1: entry codes</source>
        <translation>一次加密对照表（参赛编号）</translation>
    </message>
    <message>
        <source>Coding table 2: place codes</source>
        <translation>二次加密对照表（赛位号）</translation>
    </message>
    <message>
        <source>Coding table 3: work codes</source>
        <translation>三次加密对照表（作品号）</translation>
    </message>
    <message>
        <source>“{typed}” is no number from 1 to {most}. Type such a number.</source>
        <translation>“{typed}”不是 1 到 {most} 的数字，请重新输入。</translation>
    </message>
    <message>
        <source>There are no certificates yet. Publish results with awards first.</source>
        <translation>还没有证书。请先公布含有奖项的成绩。</translation>
    </message>
    <message>
        <source>{count} of these certificates were printed before. Say why they are printed again.</source>
        <translation>其中 {count} 份证书曾经打印过，请说明重印原因。</translation>
    </message>
    <message>
        <source>Choose certificates that have a number.</source>
        <translation>请选择已有编号的证书。</translation>
    </message>
    <message>
        <source>“{value}” is not a day. Write it like 2026-11-25.</source>
        <translation>“{value}”不是日期，请写成 2026-11-25 的样子。</translation>
    </message>
    <message>
        <source>“{typed}” is no number of papers. Count them and type a number such as 28.</source>
        <translation>“{typed}”不是份数。请清点后输入数字，例如 28。</translation>
    </message>
    <message>
        <source>You typed the first entry of {code}. Another person types the second one.</source>
        <translation>{code} 的第一遍由您录入，第二遍须由他人录入。</translation>
    </message>
    <message>
        <source>The two entries agree by now. Refresh the list.</source>
        <translation>两遍录入现已一致，请刷新列表。</translation>
    </message>
    <message>
        <source>You typed one of the two entries. A third person settles it from the paper.</source>
        <translation>其中一遍由您录入，须由第三人对照评分表裁定。</translation>
    </message>
    <message>
        <source>“{typed}” is not understood. Write numbers, kind, points and answers, such as 1-5 单选 2 ABCDA.</source>
        <translation>无法识别“{typed}”。请写明题号、题型、分值和答案，例如：1-5 单选 2 ABCDA。</translation>
    </message>
    <message>
        <source>Questions {numbers}: {count} answers for {expected} questions. Count them again.</source>
        <translation>第 {numbers} 题：{expected} 道题给出了 {count} 个答案，请重新核对。</translation>
    </message>
    <message>
        <source>Question {number}: “{typed}” is no answer to this kind of question.</source>
        <translation>第 {number} 题：“{typed}”不是该题型的答案。</translation>
    </message>
    <message>
        <source>Question {number} is missing or stands twice in the key. Number them from 1 on.</source>
        <translation>标准答案中第 {number} 题缺失或重复。请从 1 开始连续编号。</translation>
    </message>
    <message>
        <source>{count} answers for {expected} questions. Type - for a question that was left out.</source>
        <translation>共 {expected} 道题，录入了 {count} 个答案。未作答的题请输入 -。</translation>
    </message>
    <message>
        <source>Marks not verified by another person: {count}</source>
        <translation>尚未由另一人复核的分数：{count} 个</translation>
    </message>
    <message>
        <source>Not locked yet: {names}</source>
        <translation>尚未锁定：{names}</translation>
    </message>
    <message>
        <source>Seats drawn in {rooms} rooms; neighbours of one unit: {clashes}</source>
        <translation>{rooms} 个考场抽签排座完成；同单位相邻 {clashes} 对</translation>
    </message>
    <message>
        <source>Signed in: {count}, absent: {absent}; as many papers handed in</source>
        <translation>签到 {count} 人，缺考 {absent} 人；收回份数一致</translation>
    </message>
    <message>
        <source>{count} papers sealed by two people</source>
        <translation>两人密封 {count} 份试卷</translation>
    </message>
    <message>
        <source>scores nothing</source>
        <translation>不得分</translation>
    </message>
    <message>
        <source>scores its share of the right letters</source>
        <translation>按选对比例得分</translation>
    </message>
    <message>
        <source>scores half</source>
        <translation>得一半分</translation>
    </message>
    <message>
        <source>A time limit needs a step of at least one second and points of 0 or more.</source>
        <translation>时限的计扣步长至少为 1 秒，扣分不能为负数。</translation>
    </message>
    <message>
        <source>“{typed}” is no time. Type minutes and seconds such as 8:30.</source>
        <translation>“{typed}”不是时间。请按分:秒输入，例如 8:30。</translation>
    </message>
    <message>
        <source>Times were taken in “{item}” already, so its time limit stays.</source>
        <translation>“{item}”已登记用时，时限不能再改。</translation>
    </message>
    <message>
        <source>“{item}” has no time limit. Set one in the item first.</source>
        <translation>“{item}”没有时限，请先在项目中设置。</translation>
    </message>
    <message>
        <source>{seconds} seconds over time ({time})</source>
        <translation>超时 {seconds} 秒（用时 {time}）</translation>
    </message>
    <message>
        <source>The file has no column for the number on the paper (密封号 or 准考证号). Name it in the header row.</source>
        <translation>文件中没有试卷号码列（密封号或准考证号）。请在表头行写明。</translation>
    </message>
    <message>
        <source>The key has {questions} questions, but the file has no column for question {number}. Name the columns 1, 2, 3 and so on.</source>
        <translation>标准答案有 {questions} 题，文件中却没有第 {number} 题的列。请把各列命名为 1、2、3……</translation>
    </message>
    <message>
        <source>The row has no number of a paper, or a cell that holds no value.</source>
        <translation>这一行没有试卷号码，或有单元格取不到值。</translation>
    </message>
    <message>
        <source>Look at the answer sheet and correct the row, or delete it.</source>
        <translation>请核对答题卡，改正这一行或删去。</translation>
    </message>
    <message>
        <source>Quiz: {count} lines in the ledger, {team} leads with {points}</source>
        <translation>知识竞答：记录 {count} 条，{team} 以 {points} 分领先</translation>
    </message>
    <message>
        <source>Recheck left out in this rehearsal: {count} papers</source>
        <translation>本次演练不做抽检：试卷 {count} 份</translation>
    </message>
    <message>
        <source>Recheck: {count} papers re-read, {corrected} mark corrected by two people</source>
        <translation>复核抽检：重阅 {count} 份，两人更正 {corrected} 处</translation>
    </message>
    <message>
        <source>No objection in this rehearsal</source>
        <translation>本次演练没有申诉</translation>
    </message>
    <message>
        <source>An objection is right: correction {number} moves {count} lines</source>
        <translation>申诉成立：第 {number} 号更正，影响 {count} 行</translation>
    </message>
    <message>
        <source>Nobody shares a place, so no lot is drawn</source>
        <translation>没有并列名次，无需抽签</translation>
    </message>
    <message>
        <source>Place {place} was shared by {count}; a lot says who comes first</source>
        <translation>第 {place} 名由 {count} 人并列，抽签决定先后</translation>
    </message>
    <message>
        <source>Entry code</source>
        <translation>参赛编号</translation>
    </message>
    <message>
        <source>Place code</source>
        <translation>赛位号</translation>
    </message>
    <message>
        <source>Work code</source>
        <translation>作品号</translation>
    </message>
    <message>
        <source>{person} drew an earlier level of the codes or was its witness. Let somebody else draw this level: nobody may know two tables.</source>
        <translation>{person}已抽取或见证过前面一级加密。请换人抽取本级：任何人不得掌握两份对照表。</translation>
    </message>
    <message>
        <source>{person} drew an earlier level of the codes and cannot be the witness of this one. Ask somebody else.</source>
        <translation>{person}抽取过前面一级加密，不能再做本级的见证人。请换人见证。</translation>
    </message>
    <message>
        <source>The rules ask for {wanted} levels of coding, and level {level} is not drawn yet. Draw it on the page of the finalists before marks are entered.</source>
        <translation>规则要求 {wanted} 次加密，第 {level} 次还没有抽取。请先在“决赛选手”页抽取，再录入分数。</translation>
    </message>
    <message>
        <source>Secret codes are drawn already. A substitute takes them over; to change more, declare the codes void first.</source>
        <translation>保密编号已经抽取。换人时由替补沿用；要做其他改动，请先将编号作废。</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>参考状态</translation>
    </message>
    <message>
        <source>Say why the state is corrected.</source>
        <translation>请说明更正参考状态的原因。</translation>
    </message>
    <message>
        <source>Open the seals first: while they are closed, a corrected state would say whose paper it is.</source>
        <translation>请先启封：密封期间更正参考状态会显露是谁的试卷。</translation>
    </message>
    <message>
        <source>This is the state that stands already.</source>
        <translation>现有状态就是这个。</translation>
    </message>
    <message>
        <source>Correction {number} of the same state is still open. Decide on it first.</source>
        <translation>同一状态的更正 {number} 尚未决定。请先决定。</translation>
    </message>
    <message>
        <source>This state has no marks. Leave the marks empty.</source>
        <translation>这种状态没有成绩，分数请留空。</translation>
    </message>
    <message>
        <source>Type the mark of {section} too: no mark stands for this candidate.</source>
        <translation>请同时录入{section}的分数：该考生没有成绩。</translation>
    </message>
    <message>
        <source>The state was changed since this was proposed. Refuse it and propose anew.</source>
        <translation>提出更正后状态已变。请驳回后重新提出。</translation>
    </message>
    <message>
        <source>by count</source>
        <translation>按名额</translation>
    </message>
    <message>
        <source>by ratio</source>
        <translation>按比例</translation>
    </message>
    <message>
        <source>an incomplete answer scores nothing</source>
        <translation>答案不全不得分</translation>
    </message>
    <message>
        <source>an incomplete answer scores its share</source>
        <translation>答案不全按比例得分</translation>
    </message>
    <message>
        <source>an incomplete answer scores half</source>
        <translation>答案不全得一半分</translation>
    </message>
    <message>
        <source>unit by unit</source>
        <translation>逐单位分配</translation>
    </message>
    <message>
        <source>one list cut into groups</source>
        <translation>整体切分成组</translation>
    </message>
    <message>
        <source>each unit</source>
        <translation>每个单位</translation>
    </message>
    <message>
        <source>each post of a unit</source>
        <translation>每个单位的每个岗位</translation>
    </message>
</context>
<context>
    <name>journal</name>
    <message>
        <source>Competition</source>
        <translation>赛事</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>花名册</translation>
    </message>
    <message>
        <source>Random draw</source>
        <translation>随机抽取</translation>
    </message>
    <message>
        <source>Written round</source>
        <translation>笔试</translation>
    </message>
    <message>
        <source>Elite final</source>
        <translation>精英决赛</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>成绩</translation>
    </message>
    <message>
        <source>Awards</source>
        <translation>奖项与证书</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>打印资料</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Competition created</source>
        <translation>新建赛事</translation>
    </message>
    <message>
        <source>Competition changed</source>
        <translation>修改赛事</translation>
    </message>
    <message>
        <source>Rule changed</source>
        <translation>修改规则</translation>
    </message>
    <message>
        <source>Stage locked</source>
        <translation>锁定阶段</translation>
    </message>
    <message>
        <source>Stage opened again</source>
        <translation>重新开放阶段</translation>
    </message>
    <message>
        <source>Unit added</source>
        <translation>添加单位</translation>
    </message>
    <message>
        <source>Unit changed</source>
        <translation>修改单位</translation>
    </message>
    <message>
        <source>Backup made</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Roster imported</source>
        <translation>导入花名册</translation>
    </message>
    <message>
        <source>Person added</source>
        <translation>添加人员</translation>
    </message>
    <message>
        <source>Person changed</source>
        <translation>修改人员</translation>
    </message>
    <message>
        <source>Person taken off the roster</source>
        <translation>停用人员</translation>
    </message>
    <message>
        <source>Person put back on the roster</source>
        <translation>恢复人员</translation>
    </message>
    <message>
        <source>Draw planned</source>
        <translation>制定抽取方案</translation>
    </message>
    <message>
        <source>Draw frozen</source>
        <translation>封存</translation>
    </message>
    <message>
        <source>Dice typed</source>
        <translation>录入骰点</translation>
    </message>
    <message>
        <source>Draw run</source>
        <translation>执行抽取</translation>
    </message>
    <message>
        <source>Draw made void</source>
        <translation>作废抽取</translation>
    </message>
    <message>
        <source>Drawn person struck</source>
        <translation>划去抽中人员</translation>
    </message>
    <message>
        <source>Draw shown</source>
        <translation>展示抽取结果</translation>
    </message>
    <message>
        <source>Sitting made</source>
        <translation>建立场次</translation>
    </message>
    <message>
        <source>Sitting changed</source>
        <translation>修改考试场次</translation>
    </message>
    <message>
        <source>Room changed</source>
        <translation>考场变更</translation>
    </message>
    <message>
        <source>Seats drawn</source>
        <translation>抽签排座</translation>
    </message>
    <message>
        <source>Candidate moved</source>
        <translation>调整座位</translation>
    </message>
    <message>
        <source>All the rest set absent</source>
        <translation>其余登记缺考</translation>
    </message>
    <message>
        <source>Papers handed in counted</source>
        <translation>清点试卷</translation>
    </message>
    <message>
        <source>Papers sealed</source>
        <translation>试卷密封</translation>
    </message>
    <message>
        <source>Sealed numbers withdrawn</source>
        <translation>撤销密封号</translation>
    </message>
    <message>
        <source>Seal list taken out</source>
        <translation>取出密封号对照表</translation>
    </message>
    <message>
        <source>Seals opened</source>
        <translation>拆封</translation>
    </message>
    <message>
        <source>Attendance set</source>
        <translation>登记参考状态</translation>
    </message>
    <message>
        <source>Written mark saved</source>
        <translation>保存笔试成绩</translation>
    </message>
    <message>
        <source>Written mark typed a second time</source>
        <translation>笔试成绩二次录入</translation>
    </message>
    <message>
        <source>Difference of two entries settled</source>
        <translation>两遍不一致已裁定</translation>
    </message>
    <message>
        <source>Key of objective answers set</source>
        <translation>设定客观题标准答案</translation>
    </message>
    <message>
        <source>Objective answers scored</source>
        <translation>客观题已评分</translation>
    </message>
    <message>
        <source>Written marks imported</source>
        <translation>导入笔试成绩</translation>
    </message>
    <message>
        <source>Second entry imported</source>
        <translation>导入复录成绩</translation>
    </message>
    <message>
        <source>Written marks verified</source>
        <translation>复核笔试成绩</translation>
    </message>
    <message>
        <source>Recheck frozen</source>
        <translation>复核已封存</translation>
    </message>
    <message>
        <source>Recheck drawn</source>
        <translation>复核已抽取</translation>
    </message>
    <message>
        <source>Mark re-read</source>
        <translation>复核分已录入</translation>
    </message>
    <message>
        <source>Recheck closed</source>
        <translation>复核已结束</translation>
    </message>
    <message>
        <source>Recheck made void</source>
        <translation>复核已作废</translation>
    </message>
    <message>
        <source>Correction proposed</source>
        <translation>提出更正</translation>
    </message>
    <message>
        <source>Correction confirmed</source>
        <translation>确认更正</translation>
    </message>
    <message>
        <source>Correction refused</source>
        <translation>驳回更正</translation>
    </message>
    <message>
        <source>Written marks locked</source>
        <translation>锁定笔试成绩</translation>
    </message>
    <message>
        <source>Written marks opened again</source>
        <translation>重新开放笔试成绩</translation>
    </message>
    <message>
        <source>Finalist nominated</source>
        <translation>推荐选手</translation>
    </message>
    <message>
        <source>Finalist changed</source>
        <translation>修改选手</translation>
    </message>
    <message>
        <source>Groups set</source>
        <translation>确定分组</translation>
    </message>
    <message>
        <source>Secret codes drawn</source>
        <translation>抽取保密编号</translation>
    </message>
    <message>
        <source>Secret codes declared void</source>
        <translation>保密编号作废</translation>
    </message>
    <message>
        <source>Coding table taken out</source>
        <translation>取出加密对照表</translation>
    </message>
    <message>
        <source>Item changed</source>
        <translation>修改竞赛项目</translation>
    </message>
    <message>
        <source>Panel changed</source>
        <translation>修改评委组</translation>
    </message>
    <message>
        <source>Judge's mark saved</source>
        <translation>保存评委打分</translation>
    </message>
    <message>
        <source>Item mark saved</source>
        <translation>保存项目成绩</translation>
    </message>
    <message>
        <source>Final marks verified</source>
        <translation>复核决赛成绩</translation>
    </message>
    <message>
        <source>Item locked</source>
        <translation>锁定项目</translation>
    </message>
    <message>
        <source>Bonus or deduction set</source>
        <translation>登记加扣分</translation>
    </message>
    <message>
        <source>Quiz event recorded</source>
        <translation>记入竞答事件</translation>
    </message>
    <message>
        <source>Quiz event voided</source>
        <translation>作废竞答事件</translation>
    </message>
    <message>
        <source>Marks confirmed by the judge</source>
        <translation>评委确认评分</translation>
    </message>
    <message>
        <source>Confirmed marks released</source>
        <translation>退回已确认的评分</translation>
    </message>
    <message>
        <source>Second entry saved</source>
        <translation>二次录入已保存</translation>
    </message>
    <message>
        <source>Time on stage set</source>
        <translation>登记用时</translation>
    </message>
    <message>
        <source>Team rule changed</source>
        <translation>修改团体计分规则</translation>
    </message>
    <message>
        <source>Results published</source>
        <translation>公布成绩</translation>
    </message>
    <message>
        <source>Tie ended by extra quiz or lot</source>
        <translation>并列已由加赛或抽签决出</translation>
    </message>
    <message>
        <source>Award changed</source>
        <translation>修改奖项</translation>
    </message>
    <message>
        <source>Certificates numbered</source>
        <translation>编制证书号</translation>
    </message>
    <message>
        <source>Certificate handed out</source>
        <translation>证书已发放</translation>
    </message>
    <message>
        <source>Certificate printed again</source>
        <translation>证书已重印</translation>
    </message>
    <message>
        <source>Awards revealed</source>
        <translation>奖项已揭晓</translation>
    </message>
    <message>
        <source>Paper printed</source>
        <translation>打印资料</translation>
    </message>
    <message>
        <source>Account added</source>
        <translation>添加账号</translation>
    </message>
    <message>
        <source>Account changed</source>
        <translation>修改账号</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>before</source>
        <translation>原值</translation>
    </message>
    <message>
        <source>after</source>
        <translation>新值</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>active</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>changes</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>host</source>
        <translation>主办单位</translation>
    </message>
    <message>
        <source>count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>second person</source>
        <translation>第二人</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>points</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>approved by</source>
        <translation>批准人</translation>
    </message>
    <message>
        <source>day of the final</source>
        <translation>决赛日期</translation>
    </message>
    <message>
        <source>day of issue</source>
        <translation>证书日期</translation>
    </message>
    <message>
        <source>taken off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>checksum</source>
        <translation>校验值</translation>
    </message>
    <message>
        <source>units</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>draw</source>
        <translation>抽取</translation>
    </message>
    <message>
        <source>place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>who may be drawn</source>
        <translation>抽取条件</translation>
    </message>
    <message>
        <source>certified</source>
        <translation>持证</translation>
    </message>
    <message>
        <source>on duty</source>
        <translation>在岗</translation>
    </message>
    <message>
        <source>posts</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>window staff</source>
        <translation>窗口人员</translation>
    </message>
    <message>
        <source>line</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>alternates</source>
        <translation>备选</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>rounding</source>
        <translation>取整</translation>
    </message>
    <message>
        <source>value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>strata</source>
        <translation>分层</translation>
    </message>
    <message>
        <source>freeze code</source>
        <translation>封存码</translation>
    </message>
    <message>
        <source>time typed</source>
        <translation>第几次录入</translation>
    </message>
    <message>
        <source>typed by</source>
        <translation>录入人</translation>
    </message>
    <message>
        <source>dice</source>
        <translation>骰点</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>已抽取</translation>
    </message>
    <message>
        <source>places left empty</source>
        <translation>空缺名额</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>alternates used up</source>
        <translation>备选用尽</translation>
    </message>
    <message>
        <source>staff number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>steps up</source>
        <translation>递补</translation>
    </message>
    <message>
        <source>candidates</source>
        <translation>考生</translation>
    </message>
    <message>
        <source>sections</source>
        <translation>题型</translation>
    </message>
    <message>
        <source>marks</source>
        <translation>成绩数</translation>
    </message>
    <message>
        <source>values</source>
        <translation>各值</translation>
    </message>
    <message>
        <source>groups</source>
        <translation>组数</translation>
    </message>
    <message>
        <source>tries</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>group</source>
        <translation>组别</translation>
    </message>
    <message>
        <source>order</source>
        <translation>出场顺序</translation>
    </message>
    <message>
        <source>codes</source>
        <translation>编码数</translation>
    </message>
    <message>
        <source>level of coding</source>
        <translation>加密级次</translation>
    </message>
    <message>
        <source>levels of coding</source>
        <translation>加密级次</translation>
    </message>
    <message>
        <source>full mark</source>
        <translation>满分</translation>
    </message>
    <message>
        <source>template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>coefficient</source>
        <translation>系数</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>chief judge</source>
        <translation>裁判长</translation>
    </message>
    <message>
        <source>judges</source>
        <translation>评委</translation>
    </message>
    <message>
        <source>criterion</source>
        <translation>评分项</translation>
    </message>
    <message>
        <source>entrants</source>
        <translation>参赛人数</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>scope</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>given to</source>
        <translation>授予</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>certificates</source>
        <translation>证书数</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>未完整</translation>
    </message>
    <message>
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>not yet verified</source>
        <translation>未复核</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>judge</source>
        <translation>评委</translation>
    </message>
    <message>
        <source>entrant</source>
        <translation>选手</translation>
    </message>
    <message>
        <source>places</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>awards</source>
        <translation>奖项</translation>
    </message>
    <message>
        <source>with names</source>
        <translation>含姓名</translation>
    </message>
    <message>
        <source>mode</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>sizes</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>apart</source>
        <translation>回避</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>排数</translation>
    </message>
    <message>
        <source>columns</source>
        <translation>列数</translation>
    </message>
    <message>
        <source>places without a desk</source>
        <translation>不可用位置</translation>
    </message>
    <message>
        <source>room</source>
        <translation>考场</translation>
    </message>
    <message>
        <source>rooms</source>
        <translation>考场</translation>
    </message>
    <message>
        <source>neighbours kept apart</source>
        <translation>分开的方向数</translation>
    </message>
    <message>
        <source>neighbours of one unit</source>
        <translation>对同单位相邻</translation>
    </message>
    <message>
        <source>changed places with</source>
        <translation>互换</translation>
    </message>
    <message>
        <source>ticket numbers</source>
        <translation>准考证号</translation>
    </message>
    <message>
        <source>minutes late</source>
        <translation>迟到分钟</translation>
    </message>
    <message>
        <source>signed in</source>
        <translation>签到人数</translation>
    </message>
    <message>
        <source>handed in</source>
        <translation>收回份数</translation>
    </message>
    <message>
        <source>papers</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>seal code</source>
        <translation>密封校验码</translation>
    </message>
    <message>
        <source>salt</source>
        <translation>随机盐</translation>
    </message>
    <message>
        <source>paper versions</source>
        <translation>试卷版本数</translation>
    </message>
    <message>
        <source>question</source>
        <translation>题号</translation>
    </message>
    <message>
        <source>round</source>
        <translation>题型</translation>
    </message>
    <message>
        <source>result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>team</source>
        <translation>代表队</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>decision on a tie</source>
        <translation>并列裁定</translation>
    </message>
    <message>
        <source>stake</source>
        <translation>分值</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒数</translation>
    </message>
    <message>
        <source>does not mark</source>
        <translation>回避</translation>
    </message>
    <message>
        <source>replaced by</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>code</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>on the day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>groups dropped</source>
        <translation>取消分组</translation>
    </message>
    <message>
        <source>left out with the draw</source>
        <translation>随抽取一并取消</translation>
    </message>
    <message>
        <source>papers with an error</source>
        <translation>有差错份数</translation>
    </message>
    <message>
        <source>left out of the draw</source>
        <translation>不参加抽取</translation>
    </message>
    <message>
        <source>back in the draw</source>
        <translation>恢复参加抽取</translation>
    </message>
    <message>
        <source>first reading</source>
        <translation>首次</translation>
    </message>
    <message>
        <source>first entered by</source>
        <translation>首次录入人</translation>
    </message>
    <message>
        <source>second reading</source>
        <translation>再次</translation>
    </message>
    <message>
        <source>second entered by</source>
        <translation>二次录入人</translation>
    </message>
    <message>
        <source>dice dropped</source>
        <translation>作废的骰子</translation>
    </message>
    <message>
        <source>freeze code of the recheck</source>
        <translation>封存码</translation>
    </message>
    <message>
        <source>kind of item</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>recheck number</source>
        <translation>复核编号</translation>
    </message>
    <message>
        <source>lines that moved</source>
        <translation>变动行数</translation>
    </message>
    <message>
        <source>people nominated</source>
        <translation>推荐人数</translation>
    </message>
    <message>
        <source>section of the paper</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>section of the mark</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>place in the list</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>correction proposed by</source>
        <translation>更正提出人</translation>
    </message>
    <message>
        <source>number of questions</source>
        <translation>题数</translation>
    </message>
    <message>
        <source>error rate in percent</source>
        <translation>差错率（%）</translation>
    </message>
    <message>
        <source>papers read again</source>
        <translation>已复核份数</translation>
    </message>
    <message>
        <source>rule of the plan</source>
        <translation>方案规则</translation>
    </message>
    <message>
        <source>papers drawn for the recheck</source>
        <translation>随机抽取的试卷</translation>
    </message>
    <message>
        <source>papers of the top band</source>
        <translation>高分段份数</translation>
    </message>
    <message>
        <source>dice shared with</source>
        <translation>共用骰子</translation>
    </message>
    <message>
        <source>steps shown</source>
        <translation>已展示</translation>
    </message>
    <message>
        <source>sitting of the papers</source>
        <translation>考试场次</translation>
    </message>
    <message>
        <source>title taken from</source>
        <translation>收回对象</translation>
    </message>
    <message>
        <source>mark looked at again</source>
        <translation>已核对</translation>
    </message>
    <message>
        <source>line struck out</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>state before</source>
        <translation>原状态</translation>
    </message>
    <message>
        <source>unit that cannot be placed</source>
        <translation>无法排开的单位</translation>
    </message>
    <message>
        <source>tries at most</source>
        <translation>最多尝试次数</translation>
    </message>
    <message>
        <source>trial run by unit</source>
        <translation>试排按单位</translation>
    </message>
    <message>
        <source>trial run, limit</source>
        <translation>试排上限</translation>
    </message>
    <message>
        <source>trial run, tries</source>
        <translation>试排次数</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>没有成功</translation>
    </message>
    <message>
        <source>Please note</source>
        <translation>请注意</translation>
    </message>
    <message>
        <source>Please confirm</source>
        <translation>请确认</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Entries typed but not saved: {n}. They need correcting or could not be written, and are marked on their page.</source>
        <translation>有 {n} 处已输入但未保存：需要更正或无法写入，已在相应页面上标出。</translation>
    </message>
    <message>
        <source>They wait there, and are in no total.</source>
        <translation>它们保留在该页，不计入任何合计。</translation>
    </message>
    <message>
        <source>They will be lost.</source>
        <translation>这些内容将会丢失。</translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation>暂时离开</translation>
    </message>
    <message>
        <source>Go on without them</source>
        <translation>放弃并继续</translation>
    </message>
    <message>
        <source>Not everything is saved</source>
        <translation>还有内容没有保存</translation>
    </message>
    <message>
        <source>The program made a mistake. What was saved before is safe. Copy the report for the people who maintain it.</source>
        <translation>程序出了差错。此前已保存的内容不受影响。请复制报告，交给维护人员。</translation>
    </message>
    <message>
        <source>A fault in the program</source>
        <translation>程序故障</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Look in:</source>
        <translation>查找范围：</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation>文件类型：</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>已写出</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开所在文件夹</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Contest setup</source>
        <translation>赛事设置</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>花名册</translation>
    </message>
    <message>
        <source>Random draw</source>
        <translation>随机抽取</translation>
    </message>
    <message>
        <source>Rooms and seats</source>
        <translation>考场安排</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>Written marks</source>
        <translation>笔试成绩</translation>
    </message>
    <message>
        <source>Recheck</source>
        <translation>复核抽检</translation>
    </message>
    <message>
        <source>Finalists</source>
        <translation>决赛名单</translation>
    </message>
    <message>
        <source>Items and judges</source>
        <translation>竞赛项目与评委</translation>
    </message>
    <message>
        <source>Final marks</source>
        <translation>决赛评分</translation>
    </message>
    <message>
        <source>Judging</source>
        <translation>评委评分</translation>
    </message>
    <message>
        <source>Quiz</source>
        <translation>知识竞答</translation>
    </message>
    <message>
        <source>Written results</source>
        <translation>笔试结果</translation>
    </message>
    <message>
        <source>Standings</source>
        <translation>成绩名次</translation>
    </message>
    <message>
        <source>Awards</source>
        <translation>奖项与证书</translation>
    </message>
    <message>
        <source>Results and papers</source>
        <translation>结果发布</translation>
    </message>
    <message>
        <source>Print papers</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>操作日志</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Before the contest</source>
        <translation>赛前准备</translation>
    </message>
    <message>
        <source>During the contest</source>
        <translation>比赛进行</translation>
    </message>
</context>
</TS>
