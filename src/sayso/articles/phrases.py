"""What pages say around their articles in the main languages of the web: ways to share, follow, subscribe, read on.

General phrases of web pages only, matched at the beginning of a short block; each kind with its longest block.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of residue: its name, what a block of it looks like, and how many words it has at most."""

    name: str
    pattern: re.Pattern[str]
    words: int


def _starts(*phrases: str) -> re.Pattern[str]:
    return re.compile(rf"[\W_]*(?:{'|'.join(phrases)})", re.I)


_NETWORKS = (
    r"(?:facebook|twitter|instagram|linkedin|whatsapp|telegram|youtube|tiktok|reddit|pinterest|threads|mastodon|"
    r"bluesky|flipboard|messenger|snapchat|google news|apple news|x)"
)
_END = r"(?=\W*$|\s*[:：|>»→])"  # the phrase is the whole block, or a label with something after it

READ_MORE = _starts(
    rf"related(?: (?:articles?|stor(?:y|ies)|posts?|content|coverage|topics?|news|links?|reading))?{_END}",
    r"read (?:more|next|also|on|the full (?:story|article|report|interview))\b(?!\s+(?:than|of|about it))",
    rf"(?:also|further|recommended) read(?:ing)?{_END}",
    rf"(?:see|learn|find out|discover) (?:more|also){_END}",
    rf"(?:continue|keep) reading{_END}",
    rf"more (?:from|on|about|stories|news|in|coverage)\b[^.!?]*{_END}",
    rf"(?:don['’]t miss|up next|editor['’]?s['’]? (?:picks?|choice)|what to read next|latest (?:news|stories)){_END}",
    rf"(?:most|top) (?:read|popular|viewed|shared|watched|stories|news){_END}",
    rf"(?:trending|recommended)(?: now| for you)?{_END}",
    r"you (?:may|might) also (?:like|be interested)\b",
    rf"in this (?:article|story){_END}",
    r"(?:à )?lire (?:aussi|également|la suite|plus)\b",
    r"à voir aussi\b",
    r"voir aussi\b",
    rf"en savoir plus{_END}",
    rf"sur le même (?:sujet|thème){_END}",
    rf"pour aller plus loin{_END}",
    rf"(?:nos|articles) (?:articles )?(?:liés|associés){_END}",
    r"le[ae]r? (?:más|también)\b",
    rf"(?:ver|mira|vea) (?:más|también){_END}",
    r"(?:también )?te puede interesar\b",
    rf"(?:más información|noticias? relacionadas?|sigu?e leyendo|seguir leyendo|más sobre){_END}",
    r"(?:lesen sie|lies) (?:auch|hier|mehr|dazu)\b",
    rf"mehr (?:zum thema|dazu|lesen|erfahren){_END}",
    rf"auch interessant{_END}",
    rf"(?:weiterlesen|zum thema|siehe auch|das könnte sie auch interessieren){_END}",
    r"leggi (?:anche|tutto|di più|l['’]articolo)\b",
    rf"(?:vedi anche|per approfondire|approfondisci|potrebbe interessarti){_END}",
    r"leia (?:também|mais|ainda)\b",
    rf"(?:ler mais|saiba mais|veja (?:também|mais)|notícias relacionadas){_END}",
    r"lees (?:ook|meer|verder)\b",
    rf"(?:bekijk ook|meer over dit onderwerp){_END}",
    r"(?:czytaj|zobacz|przeczytaj) (?:także|też|więcej|również)\b",
    r"(?:čtěte|přečtěte si) (?:také|více)\b",
    r"чита(?:йте|ть) (?:также|далее|полностью|ещё|еще)\b",
    rf"(?:смотрите также|по теме|подробнее){_END}",
    r"(?:читайте|дивіться) (?:також|далі)\b",
    rf"(?:devamını oku|ayrıca bkz|ilgili haber(?:ler)?){_END}",
    r"ayrıca okuyun\b",
    r"läs (?:också|även|mer)\b",
    r"l[eæ]s (?:også|mere?)\b",
    r"lue (?:myös|lisää)\b",
    r"cite[sșş]te [sșş]i\b",
    r"baca juga\b",
    rf"(?:xem thêm|đọc thêm){_END}",
    r"διαβάστε (?:επίσης|ακόμη|περισσότερα)",
    r"olvassa el\b",
    r"(?:اقرأ|شاهد) (?:أيضا|أيضًا|المزيد)",
    r"بیشتر بخوانید",
    r"यह भी पढ़ें",
    r"(?:阅读更多|延伸阅读|相关(?:新闻|阅读|文章))",
    r"(?:関連記事|続きを読む|あわせて読みたい)",
    r"(?:관련 ?기사|더 ?보기)",
)

FOLLOW = _starts(
    rf"(?:follow|like|find|join) (?:us|me|him|her|them|@\w+|the authors?|our \w+)\b[^.!?]*\bon {_NETWORKS}\b",
    rf"follow (?:us|me){_END}",
    r"follow @\w+",
    rf"follow [\w .'’-]{{2,40}} on {_NETWORKS}\b",
    r"suivez[- ]nous\b",
    r"s[ií]guenos\b",
    r"folgen sie uns\b",
    r"folge uns\b",
    r"seguici\b",
    r"siga[- ]nos\b",
    r"volg ons\b",
    r"подпис(?:ывайтесь|аться) на\b",
    r"підписуйтесь на\b",
    r"(?:bizi )?takip edin",
    r"obserwuj nas\b",
    r"följ oss\b",
    r"تابعونا",
    r"关注我们",
)

WATCH = _starts(
    r"(?:watch|listen|see|click|tap|press|read|view|download|find|get)\b[^.!?]{0,60}\bhere\b[\s.!:>»)\]]*$",
    r"(?:watch|listen to|see) (?:the|a|more|our|this)\b[^.!?]{0,40}\b(?:above|below)\W*$",
    r"(?:click|tap|press) (?:here|below|the (?:link|image|video|button|play))\b",
    r"scroll (?:down )?(?:for|to|down)\b",
    r"(?:watch|video|listen|podcast|gallery|photos?|in pictures|slideshow|live blog)\s*[:|]",
    rf"watch (?:the |this |our )?(?:full )?(?:video|clip|interview|report|live(?: stream)?|below|above|now|more){_END}",
    r"(?:play|watch|pause|unmute|mute) video\b",
    rf"(?:voir|regarde[rz]) (?:la |cette )?vidéo{_END}",
    r"cliquez ici\b",
    r"haz clic\b",
    r"haga clic\b",
    rf"(?:mira|ver|vea) (?:el |este )?v[ií]deo{_END}",
    r"(?:klicken sie|hier klicken)\b",
    r"clicca qui\b",
    r"clique aqui\b",
    r"klik hier\b",
    rf"guarda il video{_END}",
    rf"(?:смотрите|смотреть|дивіться) (?:видео|відео){_END}",
    r"нажмите\b",
)

SUBSCRIBE = _starts(
    r"sign up (?:for|to|here|now|today)\b",
    r"subscribe (?:to|now|today|for|here)\b",
    rf"subscribe{_END}",
    rf"(?:log|sign) in(?: to [^.]*)?{_END}",
    r"get (?:the|our|all|more|your)\b.*\b(?:newsletters?|inbox|e-?mail|alerts?|app)\b",
    rf"(?:our |the |free |daily |weekly )*newsletters?{_END}",
    r"join (?:our|the) (?:newsletter|mailing|community|conversation|discussion)\b",
    r"enter your e-?mail\b",
    r"your e-?mail address\b",
    r"already (?:a |an |have an? )?(?:subscriber|member|account)\b",
    r"register (?:now|for free|here)\b",
    r"create (?:a |an )?(?:free )?account\b",
    r"download (?:the|our) .{0,40}\bapp\b",
    r"become a (?:member|subscriber|supporter)\b",
    r"support (?:our|independent|quality) journalism\b",
    rf"donate(?: now| today| here)?{_END}",
    r"start your (?:free )?(?:trial|subscription)\b",
    r"(?:this (?:article|story|content) is )(?:only )?(?:for|available to) subscribers\b",
    r"you(?:['’]ve| have) reached your\b.*\b(?:limit|articles?)\b",
    r"turn on (?:desktop )?notifications\b",
    r"(?:inscrivez|abonnez)[- ]vous\b",
    rf"s['’]abonner{_END}",
    r"recevez (?:notre|nos|la|toute)\b",
    r"suscr[ií]b(?:ete|ase|irse)\b",
    r"reg[ií]strate\b",
    r"(?:jetzt )?(?:newsletter )?abonnieren\b",
    r"melden sie sich\b.*\bnewsletter",
    r"(?:iscriviti|abbonati)\b",
    r"(?:assine|inscreva-se|cadastre-se)\b",
    r"(?:abonneer je|schrijf je in|meld je aan)\b",
    r"(?:zapisz się|subskrybuj)\b",
    r"подпи(?:шитесь|сывайтесь)\b",
    r"підпи(?:шіться|суйтесь)\b",
    r"abone ol",
    r"prenumerera\b",
)

HOUSE = _starts(
    r"(?:the |our )?[\w .&'’-]{2,40}? (?:welcomes?|accepts?|invites?|publishes|prints) (?:your |readers['’]? )?"
    r"(?:letters?|comments|corrections|submissions|contributions|tips)\b",
    r"(?:please )?(?:send|submit|e-?mail|write) (?:us |in )?(?:your |a )?"
    r"(?:letters?|tips?|corrections?|comments?|news)\b",
    r"(?:got|have) a (?:tip|story|question|correction)\b.{0,80}\b(?:us|e-?mail|contact|newsroom)\b",
    r"letters? to the editor\b",
    r"to (?:report|request|submit) (?:a |an )?(?:correction|error|letter|comment)\b",
    r"(?:contact|reach|e-?mail) (?:us|the (?:author|reporter|writer|newsroom|editor)s?)\b.{0,60}(?:@| at\b)",
)

COOKIES = _starts(
    r"(?:we|this (?:web)?site|our (?:web)?site|our partners)\b.*\bcookies\b",
    r"by (?:continuing|using|clicking|browsing)\b.*\b(?:cookies|agree|consent|terms)\b",
    rf"(?:accept|reject|manage|allow)(?: all)? (?:cookies|preferences|settings){_END}",
    rf"(?:cookie|privacy) (?:policy|settings|preferences|notice|statement){_END}",
    rf"terms (?:of (?:use|service)|(?:and|&) conditions){_END}",
    r"(?:nous|ce site) utilis\w+\b.*\bcookies\b",
    r"(?:este sitio|utilizamos|usamos)\b.*\bcookies\b",
    r"(?:diese (?:web)?seite|wir) (?:verwende\w*|nutz\w*)\b.*\bcookies\b",
    r"questo sito utilizza\b.*\bcookie",
    r"мы используем (?:файлы )?cookie",
)

PAGE_WORDS = _starts(
    (
        rf"(?:(?:story|article) continues below(?: advertisement)?|article continues after [\w ]+|"
        rf"advertis?e?ments?|sponsored(?: content)?|promoted(?: content)?){_END}"
    ),
    rf"(?:anzeige|werbung|publicité|publicidad|pubblicità|реклама|reklama?|annonse?){_END}",
    rf"(?:\d+|no|leave a|post a|show|view|add a?|write a) (?:comments?|reply|repl(?:y|ies)){_END}",
    (
        rf"(?:comments are closed|load(?:ing)?(?: more)?|show (?:more|less)|see all|view all|back to top|skip "
        rf"to (?:main )?content|print this(?: \w+)?){_END}"
    ),
    (
        rf"(?:published in|save article|bookmark|main menu|menu|search|close|home|home page|next|previous|play|"
        rf"pause|mute|cancel|comments?){_END}"
    ),
    rf"(?:\d+[- ])?min(?:ute)?s?[- ]read{_END}",
    r"(?:estimated )?reading time\b",
    rf"listen to (?:this )?(?:article|story){_END}",
    r"\d+ of \d+\W*$",
    r"\d+/\d+\W*$",
)

COPYRIGHT = _starts(
    r"©",
    r"\(c\)\s",
    r"copyright\s*(?:©|\(c\)|\d{4}|by\b|of\b)",
    r"all rights reserved\b",
    r"tous droits réservés\b",
    r"todos los derechos reservados\b",
    r"alle rechte vorbehalten\b",
    r"tutti i diritti riservati\b",
    r"todos os direitos reservados\b",
    r"все права защищены\b",
    r"this (?:material|article|story|content) may not be (?:published|reproduced|republished)\b",
    r"(?:originally|first) (?:published|appeared) (?:in|on|at)\b",
    r"this (?:article|story|post|report) (?:was|is) (?:originally |first |also )+(?:published|posted)\b",
    r"the post\b.*\b(?:appeared first|first appeared) on\b",
)

TAGS = _starts(
    r"(?:tags?|topics?|keywords?|filed under|categor(?:y|ies)|in this story|hashtags?|sections?|mots[- "
    r"]clés|étiquettes|etiquetas|temas|palabras clave|"
    r"schlagw(?:orte|örter)|themen|stichw(?:orte|örter)|palavras[- ]chave|parole chiave|argomenti|"
    r"trefwoorden|теги|метки|ключевые слова|słowa kluczowe|tagi|etiketler)\s*[:：]",
    r"(?:#\w+[\s,]*){2,}$",
)

KINDS = (
    Kind("read more", READ_MORE, 30),
    Kind("follow line", FOLLOW, 25),
    Kind("watch line", WATCH, 20),
    Kind("subscribe line", SUBSCRIBE, 40),
    Kind("house notice", HOUSE, 40),
    Kind("cookie notice", COOKIES, 80),
    Kind("page element", PAGE_WORDS, 8),
    Kind("copyright", COPYRIGHT, 80),
    Kind("tags", TAGS, 60),
)

SHARE = frozenset(
    "share tweet facebook twitter x email e-mail mail print pdf whatsapp linkedin reddit telegram copy link comment "
    "comments save pin pinterest flipboard messenger instagram youtube tiktok threads bluesky mastodon on via this "
    "article story post to with by more and or tumblr sms url bookmark gift republish partager sur "
    "compartir en teilen auf condividi su "
    "compartilhar no delen op udostępnij поделиться поділитися paylaş dela شارك 分享 シェア 공유".split()
)
"""Words that lines of sharing buttons consist of; a line of nothing else is one."""

SHARE_CORE = SHARE - frozenset(
    (
        "on via this article story post to with by more and or x sur en auf su no op mail link save comment comments"
    ).split()
)
"""Those that alone make such a line."""
