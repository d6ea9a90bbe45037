BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE events (
	talk VARCHAR(64) NOT NULL, 
	seq INTEGER NOT NULL, 
	at VARCHAR(40) NOT NULL, 
	type VARCHAR(40) NOT NULL, 
	turn INTEGER, 
	format INTEGER NOT NULL, 
	body TEXT NOT NULL, 
	PRIMARY KEY (talk, seq), 
	FOREIGN KEY(talk) REFERENCES talks (id) ON DELETE CASCADE
);
INSERT INTO "events" VALUES('talk',1,'2026-11-23T09:00:01+00:00','started',NULL,1,'{"type":"started","session":{"id":"talk","owner":"me","language":"nl-BE","persona":{"schema":"persona/1","id":"somebody","version":"1.0.0","language":"nl-BE","name":"Mira Peeters","age":41,"role":"Magazijnier, acht jaar in dienst","address":"je","colour":"Rustig, korte zinnen.","temperament":["calm"],"wants":"Weten waar ze aan toe is.","fears":"Dat het al lang beslist was.","background":"Een mens om iets mee uit te proberen, geen personage om mee te oefenen.","face":{"head":"medium1","skin":"edb98a","hair":"2c1b18","clothing":"8fa7df","beard":null,"glasses":null},"starts":{"trust":0.5,"tension":0.3,"openness":0.3,"understanding":0.0,"hope":0.5},"layers":[],"reactions":[{"on":{"slip":null,"kind":null,"move":"open_question","phase":null,"times":null,"about":[],"after":null,"silence":null,"trust":null,"tension":null,"openness":null,"understanding":null,"hope":null,"agreed":null,"any":[],"all":[]},"change":{"trust":0.1,"tension":0.0,"openness":0.0,"understanding":0.0,"hope":0.0},"does":null,"lines":[]}],"lines":{"greet":["(greet) Zeg eens."],"wait_for_it":["(wait_for_it) Zeg eens."],"press_for_message":["(press_for_message) Zeg eens."],"ask_what_is_meant":["(ask_what_is_meant) Zeg eens."],"false_hope":["(false_hope) Zeg eens."],"repeat_question":["(repeat_question) Zeg eens."],"name_it":["(name_it) Zeg eens."],"strike_back":["(strike_back) Zeg eens."],"close":["(close) Zeg eens."],"blow":["(blow) Zeg eens."],"stay_silent":["(stay_silent) Zeg eens."],"soften_a_little":["(soften_a_little) Zeg eens."],"accept_grudgingly":["(accept_grudgingly) Zeg eens."],"receive":["(receive) Zeg eens."],"ask_reason":["(ask_reason) Zeg eens."],"ask_when":["(ask_when) Zeg eens."],"ask_what_now":["(ask_what_now) Zeg eens."],"object":["(object) Zeg eens."],"answer":["(answer) Zeg eens."],"confirm_summary":["(confirm_summary) Zeg eens."],"agree":["(agree) Zeg eens."],"ask_agreement":["(ask_agreement) Zeg eens."],"say_goodbye":["(say_goodbye) Zeg eens."],"walk_out":["(walk_out) Zeg eens."],"stay_in_role":["(stay_in_role) Zeg eens."],"set_limit":["(set_limit) Zeg eens."],"ask_again":["(ask_again) Zeg eens."]},"ends":{"walks_out":{"slip":null,"kind":null,"move":null,"phase":null,"times":null,"about":[],"after":null,"silence":null,"trust":null,"tension":">= 0.95","openness":null,"understanding":null,"hope":null,"agreed":null,"any":[],"all":[]}},"debrief":"Ik weet nu waar ik sta."},"scenario":{"schema":"scenario/1","id":"somewhere","version":"1.0.0","language":"nl-BE","title":"Een gesprek om iets uit te proberen","summary":"Je zegt Mira dat het project stopt.","course":"bad_news","personas":["somebody"],"trainee_name":"Jo","message":"Het project stopt op 1 maart.","signs":[["project"],["stopt"]],"words":{},"briefing":{"situation":"Het project loopt al een jaar en stopt nu.","your_role":"Teamleider","must_say":["Het project stopt op 1 maart."],"by_when":"Binnen de eerste twee zinnen.","reasons":["De klant vertrekt."],"not_negotiable":["De datum."],"may_offer":["Een plaats in een ander team."],"still_open":[]},"opening":["Je wou mij spreken?","Dag Jo. (gaat zitten)"],"minutes":15,"as_of":null,"sources":[]},"difficulty":2,"seed":1,"begun":"2026-11-23T09:00:00+00:00"},"opening":"Je wou mij spreken?"}');
INSERT INTO "events" VALUES('talk',2,'2026-11-23T09:00:02+00:00','received',1,1,'{"type":"received","turn":1,"kind":"spoken","text":null,"seconds":1.0,"silence_before":1.5}');
INSERT INTO "events" VALUES('talk',3,'2026-11-23T09:00:03+00:00','heard',1,1,'{"type":"heard","turn":1,"transcript":{"text":"Misschien stopt het.","words":[{"text":"Misschien","start":0.0,"end":0.3333333333333333,"confidence":1.0},{"text":"stopt","start":0.3333333333333333,"end":0.6666666666666666,"confidence":1.0},{"text":"het.","start":0.6666666666666666,"end":1.0,"confidence":1.0}],"unsure":[],"language":"nl-BE","model":"script","speech_seconds":1.0,"audio_seconds":1.0,"took_seconds":0.0},"notice":null}');
INSERT INTO "events" VALUES('talk',4,'2026-11-23T09:00:04+00:00','scored',1,1,'{"type":"scored","turn":1,"score":{"turn":1,"slips":[{"name":"vagueness","kind":"hedged","turn":1,"start":0,"end":9,"quote":"Misschien","severity":2,"rule":"vagueness.hedged"}],"moves":[{"name":"open_question","kind":null,"turn":1,"start":0,"end":9,"quote":"Misschien","severity":1,"rule":"open_question"}],"phase":"message","message_said":true,"asked":"when","answered":false,"ungraded":null,"version":"1"},"feedback":{"turn":1,"cards":[{"flag":{"name":"vagueness","kind":"hedged","turn":1,"start":0,"end":9,"quote":"Misschien","severity":2,"rule":"vagueness.hedged"},"title":"Vaag","why":"Zij weet niet wat je bedoelt.","instead":"Het project stopt op 1 maart.","ask":null}],"praise":[{"flag":{"name":"open_question","kind":null,"turn":1,"start":0,"end":9,"quote":"Misschien","severity":1,"rule":"open_question"},"title":"Open vraag","why":"Zij kan vertellen."}],"note":null}}');
INSERT INTO "events" VALUES('talk',5,'2026-11-23T09:00:05+00:00','reacted',1,1,'{"type":"reacted","turn":1,"response":{"before":{"trust":0.5,"tension":0.3,"openness":0.3,"understanding":0.0,"hope":0.5},"after":{"trust":0.4,"tension":0.3,"openness":0.3,"understanding":0.0,"hope":0.5},"causes":[{"rule":"reactions[0]","says":"vaag gezegd","quote":"Het","change":{"trust":-0.1,"tension":0.0,"openness":0.0,"understanding":0.0,"hope":0.0}}],"intent":"answer","layer":"gerucht","line":"Wanneer?","hears":"Mira denkt dat het doorgaat.","ending":null}}');
INSERT INTO "events" VALUES('talk',6,'2026-11-23T09:00:06+00:00','replied',1,1,'{"type":"replied","turn":1,"index":0,"part":{"text":"Wanneer?","source":"script","notice":null}}');
INSERT INTO "events" VALUES('talk',7,'2026-11-23T09:00:07+00:00','spoke',1,1,'{"type":"spoke","turn":1,"index":0,"voice":"silent","seconds":0.0}');
INSERT INTO "events" VALUES('talk',8,'2026-11-23T09:00:08+00:00','finished',1,1,'{"type":"finished","turn":1,"outcome":"answered"}');
INSERT INTO "events" VALUES('talk',9,'2026-11-23T09:00:09+00:00','received',2,1,'{"type":"received","turn":2,"kind":"typed","text":"Eventueel later.","seconds":0.0,"silence_before":null}');
INSERT INTO "events" VALUES('talk',10,'2026-11-23T09:00:10+00:00','heard',2,1,'{"type":"heard","turn":2,"transcript":{"text":"Eventueel later.","words":[],"unsure":[],"language":"nl-BE","model":"typed","speech_seconds":0.0,"audio_seconds":0.0,"took_seconds":0.0},"notice":null}');
INSERT INTO "events" VALUES('talk',11,'2026-11-23T09:00:11+00:00','scored',2,1,'{"type":"scored","turn":2,"score":{"turn":3,"slips":[{"name":"vagueness","kind":"hedged","turn":3,"start":0,"end":9,"quote":"Eventueel","severity":2,"rule":"vagueness.hedged"}],"moves":[{"name":"open_question","kind":null,"turn":3,"start":0,"end":9,"quote":"Eventueel","severity":1,"rule":"open_question"}],"phase":"message","message_said":true,"asked":"when","answered":false,"ungraded":null,"version":"1"},"feedback":{"turn":3,"cards":[{"flag":{"name":"vagueness","kind":"hedged","turn":3,"start":0,"end":9,"quote":"Eventueel","severity":2,"rule":"vagueness.hedged"},"title":"Vaag","why":"Zij weet niet wat je bedoelt.","instead":"Het project stopt op 1 maart.","ask":null}],"praise":[{"flag":{"name":"open_question","kind":null,"turn":3,"start":0,"end":9,"quote":"Eventueel","severity":1,"rule":"open_question"},"title":"Open vraag","why":"Zij kan vertellen."}],"note":null}}');
INSERT INTO "events" VALUES('talk',12,'2026-11-23T09:00:12+00:00','reacted',2,1,'{"type":"reacted","turn":2,"response":{"before":{"trust":0.4,"tension":0.3,"openness":0.3,"understanding":0.0,"hope":0.5},"after":{"trust":0.4,"tension":0.3,"openness":0.3,"understanding":0.0,"hope":0.5},"causes":[{"rule":"reactions[0]","says":"vaag gezegd","quote":"Het","change":{"trust":-0.1,"tension":0.0,"openness":0.0,"understanding":0.0,"hope":0.0}}],"intent":"answer","layer":null,"line":"Wanneer?","hears":"Mira denkt dat het doorgaat.","ending":null}}');
INSERT INTO "events" VALUES('talk',13,'2026-11-23T09:00:13+00:00','replied',2,1,'{"type":"replied","turn":2,"index":0,"part":{"text":"Wanneer?","source":"script","notice":null}}');
INSERT INTO "events" VALUES('talk',14,'2026-11-23T09:00:14+00:00','spoke',2,1,'{"type":"spoke","turn":2,"index":0,"voice":"silent","seconds":0.0}');
INSERT INTO "events" VALUES('talk',15,'2026-11-23T09:00:15+00:00','finished',2,1,'{"type":"finished","turn":2,"outcome":"answered"}');
INSERT INTO "events" VALUES('talk',16,'2026-11-23T09:00:16+00:00','rewound',2,1,'{"type":"rewound","turn":2}');
INSERT INTO "events" VALUES('talk',17,'2026-11-23T09:00:17+00:00','received',3,1,'{"type":"received","turn":3,"kind":"typed","text":"Het is uw schuld.","seconds":0.0,"silence_before":null}');
INSERT INTO "events" VALUES('talk',18,'2026-11-23T09:00:18+00:00','heard',3,1,'{"type":"heard","turn":3,"transcript":{"text":"Het is uw schuld.","words":[],"unsure":[],"language":"nl-BE","model":"typed","speech_seconds":0.0,"audio_seconds":0.0,"took_seconds":0.0},"notice":null}');
INSERT INTO "events" VALUES('talk',19,'2026-11-23T09:00:19+00:00','scored',3,1,'{"type":"scored","turn":3,"score":{"turn":3,"slips":[{"name":"vagueness","kind":"hedged","turn":3,"start":0,"end":3,"quote":"Het","severity":2,"rule":"vagueness.hedged"}],"moves":[{"name":"open_question","kind":null,"turn":3,"start":0,"end":3,"quote":"Het","severity":1,"rule":"open_question"}],"phase":"message","message_said":true,"asked":"when","answered":false,"ungraded":null,"version":"1"},"feedback":{"turn":3,"cards":[{"flag":{"name":"vagueness","kind":"hedged","turn":3,"start":0,"end":3,"quote":"Het","severity":2,"rule":"vagueness.hedged"},"title":"Vaag","why":"Zij weet niet wat je bedoelt.","instead":"Het project stopt op 1 maart.","ask":null}],"praise":[{"flag":{"name":"open_question","kind":null,"turn":3,"start":0,"end":3,"quote":"Het","severity":1,"rule":"open_question"},"title":"Open vraag","why":"Zij kan vertellen."}],"note":null}}');
INSERT INTO "events" VALUES('talk',20,'2026-11-23T09:00:20+00:00','reacted',3,1,'{"type":"reacted","turn":3,"response":{"before":{"trust":0.4,"tension":0.3,"openness":0.3,"understanding":0.0,"hope":0.5},"after":{"trust":0.4,"tension":0.3,"openness":0.3,"understanding":0.0,"hope":0.5},"causes":[{"rule":"reactions[0]","says":"vaag gezegd","quote":"Het","change":{"trust":-0.1,"tension":0.0,"openness":0.0,"understanding":0.0,"hope":0.0}}],"intent":"answer","layer":null,"line":"Dan ben ik weg.","hears":"Mira denkt dat het doorgaat.","ending":"walks_out"}}');
INSERT INTO "events" VALUES('talk',21,'2026-11-23T09:00:21+00:00','replied',3,1,'{"type":"replied","turn":3,"index":0,"part":{"text":"Dan ben ik weg.","source":"script","notice":null}}');
INSERT INTO "events" VALUES('talk',22,'2026-11-23T09:00:22+00:00','spoke',3,1,'{"type":"spoke","turn":3,"index":0,"voice":"silent","seconds":0.0}');
INSERT INTO "events" VALUES('talk',23,'2026-11-23T09:00:23+00:00','finished',3,1,'{"type":"finished","turn":3,"outcome":"answered"}');
INSERT INTO "events" VALUES('talk',24,'2026-11-23T09:00:24+00:00','ended',NULL,1,'{"type":"ended","ending":"walks_out","says":"Mira Peeters stapt op. Het gesprek stopt voor het klaar is."}');
CREATE TABLE sounds (
	talk VARCHAR(64) NOT NULL, 
	turn INTEGER NOT NULL, 
	rate INTEGER NOT NULL, 
	pcm16 BLOB NOT NULL, 
	PRIMARY KEY (talk, turn), 
	FOREIGN KEY(talk) REFERENCES talks (id) ON DELETE CASCADE
);
CREATE TABLE talks (
	id VARCHAR(64) NOT NULL, 
	owner VARCHAR(200) NOT NULL, 
	begun VARCHAR(40) NOT NULL, 
	language VARCHAR(10) NOT NULL, 
	scenario VARCHAR(60) NOT NULL, 
	title TEXT NOT NULL, 
	persona VARCHAR(60) NOT NULL, 
	name TEXT NOT NULL, 
	difficulty INTEGER NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "talks" VALUES('talk','me','2026-11-23T09:00:00+00:00','nl-BE','somewhere','Een gesprek om iets uit te proberen','somebody','Mira Peeters',2);
CREATE INDEX ix_talks_owner ON talks (owner);
COMMIT;
