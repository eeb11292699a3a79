export const id = 489;
export const ids = [489];
export const modules = {

/***/ 67376:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {




if (process.env.NODE_ENV === 'production') {
  module.exports = __webpack_require__(54066)
} else {
  module.exports = __webpack_require__(56042)
}


/***/ }),

/***/ 56042:
/***/ ((__unused_webpack_module, exports) => {

var __webpack_unused_export__;


__webpack_unused_export__ = ({ value: true });

var IANA_ALIAS_MAP = [{
  name: 'adalv',
  description: 'Andorra',
  alias: ['Europe/Andorra']
}, {
  name: 'aedxb',
  description: 'Dubai, United Arab Emirates',
  alias: ['Asia/Dubai']
}, {
  name: 'afkbl',
  description: 'Kabul, Afghanistan',
  alias: ['Asia/Kabul']
}, {
  name: 'aganu',
  description: 'Antigua',
  alias: ['America/Antigua']
}, {
  name: 'aiaxa',
  description: 'Anguilla',
  alias: ['America/Anguilla']
}, {
  name: 'altia',
  description: 'Tirane, Albania',
  alias: ['Europe/Tirane']
}, {
  name: 'amevn',
  description: 'Yerevan, Armenia',
  alias: ['Asia/Yerevan']
}, {
  name: 'ancur',
  description: 'Curaçao',
  alias: ['America/Curacao']
}, {
  name: 'aolad',
  description: 'Luanda, Angola',
  alias: ['Africa/Luanda']
}, {
  name: 'aqcas',
  description: 'Casey Station, Bailey Peninsula',
  alias: ['Antarctica/Casey']
}, {
  name: 'aqdav',
  description: 'Davis Station, Vestfold Hills',
  alias: ['Antarctica/Davis']
}, {
  name: 'aqddu',
  description: "Dumont d'Urville Station, Terre Adélie",
  alias: ['Antarctica/DumontDUrville']
}, {
  name: 'aqmaw',
  description: 'Mawson Station, Holme Bay',
  alias: ['Antarctica/Mawson']
}, {
  name: 'aqmcm',
  description: 'McMurdo Station, Ross Island',
  alias: ['Antarctica/McMurdo']
}, {
  name: 'aqplm',
  description: 'Palmer Station, Anvers Island',
  alias: ['Antarctica/Palmer']
}, {
  name: 'aqrot',
  description: 'Rothera Station, Adelaide Island',
  alias: ['Antarctica/Rothera']
}, {
  name: 'aqsyw',
  description: 'Syowa Station, East Ongul Island',
  alias: ['Antarctica/Syowa']
}, {
  name: 'aqtrl',
  description: 'Troll Station, Queen Maud Land',
  alias: ['Antarctica/Troll']
}, {
  name: 'aqvos',
  description: 'Vostok Station, Lake Vostok',
  alias: ['Antarctica/Vostok']
}, {
  name: 'arbue',
  description: 'Buenos Aires, Argentina',
  alias: ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires']
}, {
  name: 'arcor',
  description: 'Córdoba, Argentina',
  alias: ['America/Cordoba', 'America/Argentina/Cordoba', 'America/Rosario']
}, {
  name: 'arctc',
  description: 'Catamarca, Argentina',
  alias: ['America/Catamarca', 'America/Argentina/Catamarca', 'America/Argentina/ComodRivadavia']
}, {
  name: 'arirj',
  description: 'La Rioja, Argentina',
  alias: ['America/Argentina/La_Rioja']
}, {
  name: 'arjuj',
  description: 'Jujuy, Argentina',
  alias: ['America/Jujuy', 'America/Argentina/Jujuy']
}, {
  name: 'arluq',
  description: 'San Luis, Argentina',
  alias: ['America/Argentina/San_Luis']
}, {
  name: 'armdz',
  description: 'Mendoza, Argentina',
  alias: ['America/Mendoza', 'America/Argentina/Mendoza']
}, {
  name: 'arrgl',
  description: 'Río Gallegos, Argentina',
  alias: ['America/Argentina/Rio_Gallegos']
}, {
  name: 'arsla',
  description: 'Salta, Argentina',
  alias: ['America/Argentina/Salta']
}, {
  name: 'artuc',
  description: 'Tucumán, Argentina',
  alias: ['America/Argentina/Tucuman']
}, {
  name: 'aruaq',
  description: 'San Juan, Argentina',
  alias: ['America/Argentina/San_Juan']
}, {
  name: 'arush',
  description: 'Ushuaia, Argentina',
  alias: ['America/Argentina/Ushuaia']
}, {
  name: 'asppg',
  description: 'Pago Pago, American Samoa',
  alias: ['Pacific/Pago_Pago', 'Pacific/Samoa', 'US/Samoa']
}, {
  name: 'atvie',
  description: 'Vienna, Austria',
  alias: ['Europe/Vienna']
}, {
  name: 'auadl',
  description: 'Adelaide, Australia',
  alias: ['Australia/Adelaide', 'Australia/South']
}, {
  name: 'aubhq',
  description: 'Broken Hill, Australia',
  alias: ['Australia/Broken_Hill', 'Australia/Yancowinna']
}, {
  name: 'aubne',
  description: 'Brisbane, Australia',
  alias: ['Australia/Brisbane', 'Australia/Queensland']
}, {
  name: 'audrw',
  description: 'Darwin, Australia',
  alias: ['Australia/Darwin', 'Australia/North']
}, {
  name: 'aueuc',
  description: 'Eucla, Australia',
  alias: ['Australia/Eucla']
}, {
  name: 'auhba',
  description: 'Hobart, Australia',
  alias: ['Australia/Hobart', 'Australia/Tasmania']
}, {
  name: 'aukns',
  description: 'Currie, Australia',
  alias: ['Australia/Currie']
}, {
  name: 'auldc',
  description: 'Lindeman Island, Australia',
  alias: ['Australia/Lindeman']
}, {
  name: 'auldh',
  description: 'Lord Howe Island, Australia',
  alias: ['Australia/Lord_Howe', 'Australia/LHI']
}, {
  name: 'aumel',
  description: 'Melbourne, Australia',
  alias: ['Australia/Melbourne', 'Australia/Victoria']
}, {
  name: 'aumqi',
  description: 'Macquarie Island Station, Macquarie Island',
  alias: ['Antarctica/Macquarie']
}, {
  name: 'auper',
  description: 'Perth, Australia',
  alias: ['Australia/Perth', 'Australia/West']
}, {
  name: 'ausyd',
  description: 'Sydney, Australia',
  alias: ['Australia/Sydney', 'Australia/ACT', 'Australia/Canberra', 'Australia/NSW']
}, {
  name: 'awaua',
  description: 'Aruba',
  alias: ['America/Aruba']
}, {
  name: 'azbak',
  description: 'Baku, Azerbaijan',
  alias: ['Asia/Baku']
}, {
  name: 'basjj',
  description: 'Sarajevo, Bosnia and Herzegovina',
  alias: ['Europe/Sarajevo']
}, {
  name: 'bbbgi',
  description: 'Barbados',
  alias: ['America/Barbados']
}, {
  name: 'bddac',
  description: 'Dhaka, Bangladesh',
  alias: ['Asia/Dhaka', 'Asia/Dacca']
}, {
  name: 'bebru',
  description: 'Brussels, Belgium',
  alias: ['Europe/Brussels']
}, {
  name: 'bfoua',
  description: 'Ouagadougou, Burkina Faso',
  alias: ['Africa/Ouagadougou']
}, {
  name: 'bgsof',
  description: 'Sofia, Bulgaria',
  alias: ['Europe/Sofia']
}, {
  name: 'bhbah',
  description: 'Bahrain',
  alias: ['Asia/Bahrain']
}, {
  name: 'bibjm',
  description: 'Bujumbura, Burundi',
  alias: ['Africa/Bujumbura']
}, {
  name: 'bjptn',
  description: 'Porto-Novo, Benin',
  alias: ['Africa/Porto-Novo']
}, {
  name: 'bmbda',
  description: 'Bermuda',
  alias: ['Atlantic/Bermuda']
}, {
  name: 'bnbwn',
  description: 'Brunei',
  alias: ['Asia/Brunei']
}, {
  name: 'bolpb',
  description: 'La Paz, Bolivia',
  alias: ['America/La_Paz']
}, {
  name: 'bqkra',
  description: 'Bonaire, Sint Estatius and Saba',
  alias: ['America/Kralendijk']
}, {
  name: 'braux',
  description: 'Araguaína, Brazil',
  alias: ['America/Araguaina']
}, {
  name: 'brbel',
  description: 'Belém, Brazil',
  alias: ['America/Belem']
}, {
  name: 'brbvb',
  description: 'Boa Vista, Brazil',
  alias: ['America/Boa_Vista']
}, {
  name: 'brcgb',
  description: 'Cuiabá, Brazil',
  alias: ['America/Cuiaba']
}, {
  name: 'brcgr',
  description: 'Campo Grande, Brazil',
  alias: ['America/Campo_Grande']
}, {
  name: 'brern',
  description: 'Eirunepé, Brazil',
  alias: ['America/Eirunepe']
}, {
  name: 'brfen',
  description: 'Fernando de Noronha, Brazil',
  alias: ['America/Noronha', 'Brazil/DeNoronha']
}, {
  name: 'brfor',
  description: 'Fortaleza, Brazil',
  alias: ['America/Fortaleza']
}, {
  name: 'brmao',
  description: 'Manaus, Brazil',
  alias: ['America/Manaus', 'Brazil/West']
}, {
  name: 'brmcz',
  description: 'Maceió, Brazil',
  alias: ['America/Maceio']
}, {
  name: 'brpvh',
  description: 'Porto Velho, Brazil',
  alias: ['America/Porto_Velho']
}, {
  name: 'brrbr',
  description: 'Rio Branco, Brazil',
  alias: ['America/Rio_Branco', 'America/Porto_Acre', 'Brazil/Acre']
}, {
  name: 'brrec',
  description: 'Recife, Brazil',
  alias: ['America/Recife']
}, {
  name: 'brsao',
  description: 'São Paulo, Brazil',
  alias: ['America/Sao_Paulo', 'Brazil/East']
}, {
  name: 'brssa',
  description: 'Bahia, Brazil',
  alias: ['America/Bahia']
}, {
  name: 'brstm',
  description: 'Santarém, Brazil',
  alias: ['America/Santarem']
}, {
  name: 'bsnas',
  description: 'Nassau, Bahamas',
  alias: ['America/Nassau']
}, {
  name: 'btthi',
  description: 'Thimphu, Bhutan',
  alias: ['Asia/Thimphu', 'Asia/Thimbu']
}, {
  name: 'bwgbe',
  description: 'Gaborone, Botswana',
  alias: ['Africa/Gaborone']
}, {
  name: 'bymsq',
  description: 'Minsk, Belarus',
  alias: ['Europe/Minsk']
}, {
  name: 'bzbze',
  description: 'Belize',
  alias: ['America/Belize']
}, {
  name: 'cacfq',
  description: 'Creston, Canada',
  alias: ['America/Creston']
}, {
  name: 'caedm',
  description: 'Edmonton, Canada',
  alias: ['America/Edmonton', 'Canada/Mountain']
}, {
  name: 'caffs',
  description: 'Rainy River, Canada',
  alias: ['America/Rainy_River']
}, {
  name: 'cafne',
  description: 'Fort Nelson, Canada',
  alias: ['America/Fort_Nelson']
}, {
  name: 'caglb',
  description: 'Glace Bay, Canada',
  alias: ['America/Glace_Bay']
}, {
  name: 'cagoo',
  description: 'Goose Bay, Canada',
  alias: ['America/Goose_Bay']
}, {
  name: 'cahal',
  description: 'Halifax, Canada',
  alias: ['America/Halifax', 'Canada/Atlantic']
}, {
  name: 'caiql',
  description: 'Iqaluit, Canada',
  alias: ['America/Iqaluit']
}, {
  name: 'camon',
  description: 'Moncton, Canada',
  alias: ['America/Moncton']
}, {
  name: 'capnt',
  description: 'Pangnirtung, Canada',
  alias: ['America/Pangnirtung']
}, {
  name: 'careb',
  description: 'Resolute, Canada',
  alias: ['America/Resolute']
}, {
  name: 'careg',
  description: 'Regina, Canada',
  alias: ['America/Regina', 'Canada/East-Saskatchewan', 'Canada/Saskatchewan']
}, {
  name: 'casjf',
  description: "St. John's, Canada",
  alias: ['America/St_Johns', 'Canada/Newfoundland']
}, {
  name: 'canpg',
  description: 'Nipigon, Canada',
  alias: ['America/Nipigon']
}, {
  name: 'cathu',
  description: 'Thunder Bay, Canada',
  alias: ['America/Thunder_Bay']
}, {
  name: 'cator',
  description: 'Toronto, Canada',
  alias: ['America/Toronto', 'Canada/Eastern']
}, {
  name: 'cavan',
  description: 'Vancouver, Canada',
  alias: ['America/Vancouver', 'Canada/Pacific']
}, {
  name: 'cawnp',
  description: 'Winnipeg, Canada',
  alias: ['America/Winnipeg', 'Canada/Central']
}, {
  name: 'caybx',
  description: 'Blanc-Sablon, Canada',
  alias: ['America/Blanc-Sablon']
}, {
  name: 'caycb',
  description: 'Cambridge Bay, Canada',
  alias: ['America/Cambridge_Bay']
}, {
  name: 'cayda',
  description: 'Dawson, Canada',
  alias: ['America/Dawson']
}, {
  name: 'caydq',
  description: 'Dawson Creek, Canada',
  alias: ['America/Dawson_Creek']
}, {
  name: 'cayek',
  description: 'Rankin Inlet, Canada',
  alias: ['America/Rankin_Inlet']
}, {
  name: 'cayev',
  description: 'Inuvik, Canada',
  alias: ['America/Inuvik']
}, {
  name: 'cayxy',
  description: 'Whitehorse, Canada',
  alias: ['America/Whitehorse', 'Canada/Yukon']
}, {
  name: 'cayyn',
  description: 'Swift Current, Canada',
  alias: ['America/Swift_Current']
}, {
  name: 'cayzf',
  description: 'Yellowknife, Canada',
  alias: ['America/Yellowknife']
}, {
  name: 'cayzs',
  description: 'Atikokan, Canada',
  alias: ['America/Coral_Harbour', 'America/Atikokan']
}, {
  name: 'cccck',
  description: 'Cocos (Keeling) Islands',
  alias: ['Indian/Cocos']
}, {
  name: 'cdfbm',
  description: 'Lubumbashi, Democratic Republic of the Congo',
  alias: ['Africa/Lubumbashi']
}, {
  name: 'cdfih',
  description: 'Kinshasa, Democratic Republic of the Congo',
  alias: ['Africa/Kinshasa']
}, {
  name: 'cfbgf',
  description: 'Bangui, Central African Republic',
  alias: ['Africa/Bangui']
}, {
  name: 'cgbzv',
  description: 'Brazzaville, Republic of the Congo',
  alias: ['Africa/Brazzaville']
}, {
  name: 'chzrh',
  description: 'Zurich, Switzerland',
  alias: ['Europe/Zurich']
}, {
  name: 'ciabj',
  description: "Abidjan, Côte d'Ivoire",
  alias: ['Africa/Abidjan']
}, {
  name: 'ckrar',
  description: 'Rarotonga, Cook Islands',
  alias: ['Pacific/Rarotonga']
}, {
  name: 'clipc',
  description: 'Easter Island, Chile',
  alias: ['Pacific/Easter', 'Chile/EasterIsland']
}, {
  name: 'clpuq',
  description: 'Punta Arenas, Chile',
  alias: ['America/Punta_Arenas']
}, {
  name: 'clscl',
  description: 'Santiago, Chile',
  alias: ['America/Santiago', 'Chile/Continental']
}, {
  name: 'cmdla',
  description: 'Douala, Cameroon',
  alias: ['Africa/Douala']
}, {
  name: 'cnsha',
  description: 'Shanghai, China',
  alias: ['Asia/Shanghai', 'Asia/Chongqing', 'Asia/Chungking', 'Asia/Harbin', 'PRC']
}, {
  name: 'cnurc',
  description: 'Ürümqi, China',
  alias: ['Asia/Urumqi', 'Asia/Kashgar']
}, {
  name: 'cobog',
  description: 'Bogotá, Colombia',
  alias: ['America/Bogota']
}, {
  name: 'crsjo',
  description: 'Costa Rica',
  alias: ['America/Costa_Rica']
}, {
  name: 'cst6cdt',
  description: 'POSIX style time zone for US Central Time',
  alias: ['CST6CDT']
}, {
  name: 'cuhav',
  description: 'Havana, Cuba',
  alias: ['America/Havana', 'Cuba']
}, {
  name: 'cvrai',
  description: 'Cape Verde',
  alias: ['Atlantic/Cape_Verde']
}, {
  name: 'cxxch',
  description: 'Christmas Island',
  alias: ['Indian/Christmas']
}, {
  name: 'cyfmg',
  description: 'Famagusta, Cyprus',
  alias: ['Asia/Famagusta']
}, {
  name: 'cynic',
  description: 'Nicosia, Cyprus',
  alias: ['Asia/Nicosia', 'Europe/Nicosia']
}, {
  name: 'czprg',
  description: 'Prague, Czech Republic',
  alias: ['Europe/Prague']
}, {
  name: 'deber',
  description: 'Berlin, Germany',
  alias: ['Europe/Berlin']
}, {
  name: 'debsngn',
  description: 'Busingen, Germany',
  alias: ['Europe/Busingen']
}, {
  name: 'djjib',
  description: 'Djibouti',
  alias: ['Africa/Djibouti']
}, {
  name: 'dkcph',
  description: 'Copenhagen, Denmark',
  alias: ['Europe/Copenhagen']
}, {
  name: 'dmdom',
  description: 'Dominica',
  alias: ['America/Dominica']
}, {
  name: 'dosdq',
  description: 'Santo Domingo, Dominican Republic',
  alias: ['America/Santo_Domingo']
}, {
  name: 'dzalg',
  description: 'Algiers, Algeria',
  alias: ['Africa/Algiers']
}, {
  name: 'ecgps',
  description: 'Galápagos Islands, Ecuador',
  alias: ['Pacific/Galapagos']
}, {
  name: 'ecgye',
  description: 'Guayaquil, Ecuador',
  alias: ['America/Guayaquil']
}, {
  name: 'eetll',
  description: 'Tallinn, Estonia',
  alias: ['Europe/Tallinn']
}, {
  name: 'egcai',
  description: 'Cairo, Egypt',
  alias: ['Africa/Cairo', 'Egypt']
}, {
  name: 'eheai',
  description: 'El Aaiún, Western Sahara',
  alias: ['Africa/El_Aaiun']
}, {
  name: 'erasm',
  description: 'Asmara, Eritrea',
  alias: ['Africa/Asmera', 'Africa/Asmara']
}, {
  name: 'esceu',
  description: 'Ceuta, Spain',
  alias: ['Africa/Ceuta']
}, {
  name: 'eslpa',
  description: 'Canary Islands, Spain',
  alias: ['Atlantic/Canary']
}, {
  name: 'esmad',
  description: 'Madrid, Spain',
  alias: ['Europe/Madrid']
}, {
  name: 'est5edt',
  description: 'POSIX style time zone for US Eastern Time',
  alias: ['EST5EDT']
}, {
  name: 'etadd',
  description: 'Addis Ababa, Ethiopia',
  alias: ['Africa/Addis_Ababa']
}, {
  name: 'fihel',
  description: 'Helsinki, Finland',
  alias: ['Europe/Helsinki']
}, {
  name: 'fimhq',
  description: 'Mariehamn, Åland, Finland',
  alias: ['Europe/Mariehamn']
}, {
  name: 'fjsuv',
  description: 'Fiji',
  alias: ['Pacific/Fiji']
}, {
  name: 'fkpsy',
  description: 'Stanley, Falkland Islands',
  alias: ['Atlantic/Stanley']
}, {
  name: 'fmksa',
  description: 'Kosrae, Micronesia',
  alias: ['Pacific/Kosrae']
}, {
  name: 'fmpni',
  description: 'Pohnpei, Micronesia',
  alias: ['Pacific/Ponape', 'Pacific/Pohnpei']
}, {
  name: 'fmtkk',
  description: 'Chuuk, Micronesia',
  alias: ['Pacific/Truk', 'Pacific/Chuuk', 'Pacific/Yap']
}, {
  name: 'fotho',
  description: 'Faroe Islands',
  alias: ['Atlantic/Faeroe', 'Atlantic/Faroe']
}, {
  name: 'frpar',
  description: 'Paris, France',
  alias: ['Europe/Paris']
}, {
  name: 'galbv',
  description: 'Libreville, Gabon',
  alias: ['Africa/Libreville']
}, {
  name: 'gazastrp',
  description: 'Gaza Strip, Palestinian Territories',
  alias: ['Asia/Gaza']
}, {
  name: 'gblon',
  description: 'London, United Kingdom',
  alias: ['Europe/London', 'Europe/Belfast', 'GB', 'GB-Eire']
}, {
  name: 'gdgnd',
  description: 'Grenada',
  alias: ['America/Grenada']
}, {
  name: 'getbs',
  description: 'Tbilisi, Georgia',
  alias: ['Asia/Tbilisi']
}, {
  name: 'gfcay',
  description: 'Cayenne, French Guiana',
  alias: ['America/Cayenne']
}, {
  name: 'gggci',
  description: 'Guernsey',
  alias: ['Europe/Guernsey']
}, {
  name: 'ghacc',
  description: 'Accra, Ghana',
  alias: ['Africa/Accra']
}, {
  name: 'gigib',
  description: 'Gibraltar',
  alias: ['Europe/Gibraltar']
}, {
  name: 'gldkshvn',
  description: 'Danmarkshavn, Greenland',
  alias: ['America/Danmarkshavn']
}, {
  name: 'glgoh',
  description: 'Nuuk (Godthåb), Greenland',
  alias: ['America/Godthab', 'America/Nuuk']
}, {
  name: 'globy',
  description: 'Ittoqqortoormiit (Scoresbysund), Greenland',
  alias: ['America/Scoresbysund']
}, {
  name: 'glthu',
  description: 'Qaanaaq (Thule), Greenland',
  alias: ['America/Thule']
}, {
  name: 'gmbjl',
  description: 'Banjul, Gambia',
  alias: ['Africa/Banjul']
}, {
  name: 'gmt',
  description: 'Greenwich Mean Time',
  alias: ['Etc/GMT', 'Etc/GMT+0', 'Etc/GMT-0', 'Etc/GMT0', 'Etc/Greenwich', 'GMT', 'GMT+0', 'GMT-0', 'GMT0', 'Greenwich']
}, {
  name: 'gncky',
  description: 'Conakry, Guinea',
  alias: ['Africa/Conakry']
}, {
  name: 'gpbbr',
  description: 'Guadeloupe',
  alias: ['America/Guadeloupe']
}, {
  name: 'gpmsb',
  description: 'Marigot, Saint Martin',
  alias: ['America/Marigot']
}, {
  name: 'gpsbh',
  description: 'Saint Barthélemy',
  alias: ['America/St_Barthelemy']
}, {
  name: 'gqssg',
  description: 'Malabo, Equatorial Guinea',
  alias: ['Africa/Malabo']
}, {
  name: 'grath',
  description: 'Athens, Greece',
  alias: ['Europe/Athens']
}, {
  name: 'gsgrv',
  description: 'South Georgia and the South Sandwich Islands',
  alias: ['Atlantic/South_Georgia']
}, {
  name: 'gtgua',
  description: 'Guatemala',
  alias: ['America/Guatemala']
}, {
  name: 'gugum',
  description: 'Guam',
  alias: ['Pacific/Guam']
}, {
  name: 'gwoxb',
  description: 'Bissau, Guinea-Bissau',
  alias: ['Africa/Bissau']
}, {
  name: 'gygeo',
  description: 'Guyana',
  alias: ['America/Guyana']
}, {
  name: 'hebron',
  description: 'West Bank, Palestinian Territories',
  alias: ['Asia/Hebron']
}, {
  name: 'hkhkg',
  description: 'Hong Kong SAR China',
  alias: ['Asia/Hong_Kong', 'Hongkong']
}, {
  name: 'hntgu',
  description: 'Tegucigalpa, Honduras',
  alias: ['America/Tegucigalpa']
}, {
  name: 'hrzag',
  description: 'Zagreb, Croatia',
  alias: ['Europe/Zagreb']
}, {
  name: 'htpap',
  description: 'Port-au-Prince, Haiti',
  alias: ['America/Port-au-Prince']
}, {
  name: 'hubud',
  description: 'Budapest, Hungary',
  alias: ['Europe/Budapest']
}, {
  name: 'iddjj',
  description: 'Jayapura, Indonesia',
  alias: ['Asia/Jayapura']
}, {
  name: 'idjkt',
  description: 'Jakarta, Indonesia',
  alias: ['Asia/Jakarta']
}, {
  name: 'idmak',
  description: 'Makassar, Indonesia',
  alias: ['Asia/Makassar', 'Asia/Ujung_Pandang']
}, {
  name: 'idpnk',
  description: 'Pontianak, Indonesia',
  alias: ['Asia/Pontianak']
}, {
  name: 'iedub',
  description: 'Dublin, Ireland',
  alias: ['Europe/Dublin', 'Eire']
}, {
  name: 'imdgs',
  description: 'Isle of Man',
  alias: ['Europe/Isle_of_Man']
}, {
  name: 'inccu',
  description: 'Kolkata, India',
  alias: ['Asia/Calcutta', 'Asia/Kolkata']
}, {
  name: 'iodga',
  description: 'Chagos Archipelago',
  alias: ['Indian/Chagos']
}, {
  name: 'iqbgw',
  description: 'Baghdad, Iraq',
  alias: ['Asia/Baghdad']
}, {
  name: 'irthr',
  description: 'Tehran, Iran',
  alias: ['Asia/Tehran', 'Iran']
}, {
  name: 'isrey',
  description: 'Reykjavik, Iceland',
  alias: ['Atlantic/Reykjavik', 'Iceland']
}, {
  name: 'itrom',
  description: 'Rome, Italy',
  alias: ['Europe/Rome']
}, {
  name: 'jeruslm',
  description: 'Jerusalem',
  alias: ['Asia/Jerusalem', 'Asia/Tel_Aviv', 'Israel']
}, {
  name: 'jesth',
  description: 'Jersey',
  alias: ['Europe/Jersey']
}, {
  name: 'jmkin',
  description: 'Jamaica',
  alias: ['America/Jamaica', 'Jamaica']
}, {
  name: 'joamm',
  description: 'Amman, Jordan',
  alias: ['Asia/Amman']
}, {
  name: 'jptyo',
  description: 'Tokyo, Japan',
  alias: ['Asia/Tokyo', 'Japan']
}, {
  name: 'kenbo',
  description: 'Nairobi, Kenya',
  alias: ['Africa/Nairobi']
}, {
  name: 'kgfru',
  description: 'Bishkek, Kyrgyzstan',
  alias: ['Asia/Bishkek']
}, {
  name: 'khpnh',
  description: 'Phnom Penh, Cambodia',
  alias: ['Asia/Phnom_Penh']
}, {
  name: 'kicxi',
  description: 'Kiritimati, Kiribati',
  alias: ['Pacific/Kiritimati']
}, {
  name: 'kipho',
  description: 'Enderbury Island, Kiribati',
  alias: ['Pacific/Enderbury']
}, {
  name: 'kitrw',
  description: 'Tarawa, Kiribati',
  alias: ['Pacific/Tarawa']
}, {
  name: 'kmyva',
  description: 'Comoros',
  alias: ['Indian/Comoro']
}, {
  name: 'knbas',
  description: 'Saint Kitts',
  alias: ['America/St_Kitts']
}, {
  name: 'kpfnj',
  description: 'Pyongyang, North Korea',
  alias: ['Asia/Pyongyang']
}, {
  name: 'krsel',
  description: 'Seoul, South Korea',
  alias: ['Asia/Seoul', 'ROK']
}, {
  name: 'kwkwi',
  description: 'Kuwait',
  alias: ['Asia/Kuwait']
}, {
  name: 'kygec',
  description: 'Cayman Islands',
  alias: ['America/Cayman']
}, {
  name: 'kzaau',
  description: 'Aqtau, Kazakhstan',
  alias: ['Asia/Aqtau']
}, {
  name: 'kzakx',
  description: 'Aqtobe, Kazakhstan',
  alias: ['Asia/Aqtobe']
}, {
  name: 'kzala',
  description: 'Almaty, Kazakhstan',
  alias: ['Asia/Almaty']
}, {
  name: 'kzguw',
  description: 'Atyrau (Guryev), Kazakhstan',
  alias: ['Asia/Atyrau']
}, {
  name: 'kzksn',
  description: 'Qostanay (Kostanay), Kazakhstan',
  alias: ['Asia/Qostanay']
}, {
  name: 'kzkzo',
  description: 'Kyzylorda, Kazakhstan',
  alias: ['Asia/Qyzylorda']
}, {
  name: 'kzura',
  description: 'Oral, Kazakhstan',
  alias: ['Asia/Oral']
}, {
  name: 'lavte',
  description: 'Vientiane, Laos',
  alias: ['Asia/Vientiane']
}, {
  name: 'lbbey',
  description: 'Beirut, Lebanon',
  alias: ['Asia/Beirut']
}, {
  name: 'lccas',
  description: 'Saint Lucia',
  alias: ['America/St_Lucia']
}, {
  name: 'livdz',
  description: 'Vaduz, Liechtenstein',
  alias: ['Europe/Vaduz']
}, {
  name: 'lkcmb',
  description: 'Colombo, Sri Lanka',
  alias: ['Asia/Colombo']
}, {
  name: 'lrmlw',
  description: 'Monrovia, Liberia',
  alias: ['Africa/Monrovia']
}, {
  name: 'lsmsu',
  description: 'Maseru, Lesotho',
  alias: ['Africa/Maseru']
}, {
  name: 'ltvno',
  description: 'Vilnius, Lithuania',
  alias: ['Europe/Vilnius']
}, {
  name: 'lulux',
  description: 'Luxembourg',
  alias: ['Europe/Luxembourg']
}, {
  name: 'lvrix',
  description: 'Riga, Latvia',
  alias: ['Europe/Riga']
}, {
  name: 'lytip',
  description: 'Tripoli, Libya',
  alias: ['Africa/Tripoli', 'Libya']
}, {
  name: 'macas',
  description: 'Casablanca, Morocco',
  alias: ['Africa/Casablanca']
}, {
  name: 'mcmon',
  description: 'Monaco',
  alias: ['Europe/Monaco']
}, {
  name: 'mdkiv',
  description: 'Chişinău, Moldova',
  alias: ['Europe/Chisinau', 'Europe/Tiraspol']
}, {
  name: 'metgd',
  description: 'Podgorica, Montenegro',
  alias: ['Europe/Podgorica']
}, {
  name: 'mgtnr',
  description: 'Antananarivo, Madagascar',
  alias: ['Indian/Antananarivo']
}, {
  name: 'mhkwa',
  description: 'Kwajalein, Marshall Islands',
  alias: ['Pacific/Kwajalein', 'Kwajalein']
}, {
  name: 'mhmaj',
  description: 'Majuro, Marshall Islands',
  alias: ['Pacific/Majuro']
}, {
  name: 'mkskp',
  description: 'Skopje, Macedonia',
  alias: ['Europe/Skopje']
}, {
  name: 'mlbko',
  description: 'Bamako, Mali',
  alias: ['Africa/Bamako', 'Africa/Timbuktu']
}, {
  name: 'mmrgn',
  description: 'Yangon (Rangoon), Burma',
  alias: ['Asia/Rangoon', 'Asia/Yangon']
}, {
  name: 'mncoq',
  description: 'Choibalsan, Mongolia',
  alias: ['Asia/Choibalsan']
}, {
  name: 'mnhvd',
  description: 'Khovd (Hovd), Mongolia',
  alias: ['Asia/Hovd']
}, {
  name: 'mnuln',
  description: 'Ulaanbaatar (Ulan Bator), Mongolia',
  alias: ['Asia/Ulaanbaatar', 'Asia/Ulan_Bator']
}, {
  name: 'momfm',
  description: 'Macau SAR China',
  alias: ['Asia/Macau', 'Asia/Macao']
}, {
  name: 'mpspn',
  description: 'Saipan, Northern Mariana Islands',
  alias: ['Pacific/Saipan']
}, {
  name: 'mqfdf',
  description: 'Martinique',
  alias: ['America/Martinique']
}, {
  name: 'mrnkc',
  description: 'Nouakchott, Mauritania',
  alias: ['Africa/Nouakchott']
}, {
  name: 'msmni',
  description: 'Montserrat',
  alias: ['America/Montserrat']
}, {
  name: 'mst7mdt',
  description: 'POSIX style time zone for US Mountain Time',
  alias: ['MST7MDT']
}, {
  name: 'mtmla',
  description: 'Malta',
  alias: ['Europe/Malta']
}, {
  name: 'muplu',
  description: 'Mauritius',
  alias: ['Indian/Mauritius']
}, {
  name: 'mvmle',
  description: 'Maldives',
  alias: ['Indian/Maldives']
}, {
  name: 'mwblz',
  description: 'Blantyre, Malawi',
  alias: ['Africa/Blantyre']
}, {
  name: 'mxchi',
  description: 'Chihuahua, Mexico',
  alias: ['America/Chihuahua']
}, {
  name: 'mxcun',
  description: 'Cancún, Mexico',
  alias: ['America/Cancun']
}, {
  name: 'mxhmo',
  description: 'Hermosillo, Mexico',
  alias: ['America/Hermosillo']
}, {
  name: 'mxmam',
  description: 'Matamoros, Mexico',
  alias: ['America/Matamoros']
}, {
  name: 'mxmex',
  description: 'Mexico City, Mexico',
  alias: ['America/Mexico_City', 'Mexico/General']
}, {
  name: 'mxmid',
  description: 'Mérida, Mexico',
  alias: ['America/Merida']
}, {
  name: 'mxmty',
  description: 'Monterrey, Mexico',
  alias: ['America/Monterrey']
}, {
  name: 'mxmzt',
  description: 'Mazatlán, Mexico',
  alias: ['America/Mazatlan', 'Mexico/BajaSur']
}, {
  name: 'mxoji',
  description: 'Ojinaga, Mexico',
  alias: ['America/Ojinaga']
}, {
  name: 'mxpvr',
  description: 'Bahía de Banderas, Mexico',
  alias: ['America/Bahia_Banderas']
}, {
  name: 'mxstis',
  description: 'Santa Isabel (Baja California), Mexico',
  alias: ['America/Santa_Isabel']
}, {
  name: 'mxtij',
  description: 'Tijuana, Mexico',
  alias: ['America/Tijuana', 'America/Ensenada', 'Mexico/BajaNorte']
}, {
  name: 'mykch',
  description: 'Kuching, Malaysia',
  alias: ['Asia/Kuching']
}, {
  name: 'mykul',
  description: 'Kuala Lumpur, Malaysia',
  alias: ['Asia/Kuala_Lumpur']
}, {
  name: 'mzmpm',
  description: 'Maputo, Mozambique',
  alias: ['Africa/Maputo']
}, {
  name: 'nawdh',
  description: 'Windhoek, Namibia',
  alias: ['Africa/Windhoek']
}, {
  name: 'ncnou',
  description: 'Noumea, New Caledonia',
  alias: ['Pacific/Noumea']
}, {
  name: 'nenim',
  description: 'Niamey, Niger',
  alias: ['Africa/Niamey']
}, {
  name: 'nfnlk',
  description: 'Norfolk Island',
  alias: ['Pacific/Norfolk']
}, {
  name: 'nglos',
  description: 'Lagos, Nigeria',
  alias: ['Africa/Lagos']
}, {
  name: 'nimga',
  description: 'Managua, Nicaragua',
  alias: ['America/Managua']
}, {
  name: 'nlams',
  description: 'Amsterdam, Netherlands',
  alias: ['Europe/Amsterdam']
}, {
  name: 'noosl',
  description: 'Oslo, Norway',
  alias: ['Europe/Oslo']
}, {
  name: 'npktm',
  description: 'Kathmandu, Nepal',
  alias: ['Asia/Katmandu', 'Asia/Kathmandu']
}, {
  name: 'nrinu',
  description: 'Nauru',
  alias: ['Pacific/Nauru']
}, {
  name: 'nuiue',
  description: 'Niue',
  alias: ['Pacific/Niue']
}, {
  name: 'nzakl',
  description: 'Auckland, New Zealand',
  alias: ['Pacific/Auckland', 'Antarctica/South_Pole', 'NZ']
}, {
  name: 'nzcht',
  description: 'Chatham Islands, New Zealand',
  alias: ['Pacific/Chatham', 'NZ-CHAT']
}, {
  name: 'ommct',
  description: 'Muscat, Oman',
  alias: ['Asia/Muscat']
}, {
  name: 'papty',
  description: 'Panama',
  alias: ['America/Panama']
}, {
  name: 'pelim',
  description: 'Lima, Peru',
  alias: ['America/Lima']
}, {
  name: 'pfgmr',
  description: 'Gambiera Islands, French Polynesia',
  alias: ['Pacific/Gambier']
}, {
  name: 'pfnhv',
  description: 'Marquesas Islands, French Polynesia',
  alias: ['Pacific/Marquesas']
}, {
  name: 'pfppt',
  description: 'Tahiti, French Polynesia',
  alias: ['Pacific/Tahiti']
}, {
  name: 'pgpom',
  description: 'Port Moresby, Papua New Guinea',
  alias: ['Pacific/Port_Moresby']
}, {
  name: 'pgraw',
  description: 'Bougainville, Papua New Guinea',
  alias: ['Pacific/Bougainville']
}, {
  name: 'phmnl',
  description: 'Manila, Philippines',
  alias: ['Asia/Manila']
}, {
  name: 'pkkhi',
  description: 'Karachi, Pakistan',
  alias: ['Asia/Karachi']
}, {
  name: 'plwaw',
  description: 'Warsaw, Poland',
  alias: ['Europe/Warsaw', 'Poland']
}, {
  name: 'pmmqc',
  description: 'Saint Pierre and Miquelon',
  alias: ['America/Miquelon']
}, {
  name: 'pnpcn',
  description: 'Pitcairn Islands',
  alias: ['Pacific/Pitcairn']
}, {
  name: 'prsju',
  description: 'Puerto Rico',
  alias: ['America/Puerto_Rico']
}, {
  name: 'pst8pdt',
  description: 'POSIX style time zone for US Pacific Time',
  alias: ['PST8PDT']
}, {
  name: 'ptfnc',
  description: 'Madeira, Portugal',
  alias: ['Atlantic/Madeira']
}, {
  name: 'ptlis',
  description: 'Lisbon, Portugal',
  alias: ['Europe/Lisbon', 'Portugal']
}, {
  name: 'ptpdl',
  description: 'Azores, Portugal',
  alias: ['Atlantic/Azores']
}, {
  name: 'pwror',
  description: 'Palau',
  alias: ['Pacific/Palau']
}, {
  name: 'pyasu',
  description: 'Asunción, Paraguay',
  alias: ['America/Asuncion']
}, {
  name: 'qadoh',
  description: 'Qatar',
  alias: ['Asia/Qatar']
}, {
  name: 'rereu',
  description: 'Réunion',
  alias: ['Indian/Reunion']
}, {
  name: 'robuh',
  description: 'Bucharest, Romania',
  alias: ['Europe/Bucharest']
}, {
  name: 'rsbeg',
  description: 'Belgrade, Serbia',
  alias: ['Europe/Belgrade']
}, {
  name: 'ruasf',
  description: 'Astrakhan, Russia',
  alias: ['Europe/Astrakhan']
}, {
  name: 'rubax',
  description: 'Barnaul, Russia',
  alias: ['Asia/Barnaul']
}, {
  name: 'ruchita',
  description: 'Chita Zabaykalsky, Russia',
  alias: ['Asia/Chita']
}, {
  name: 'rudyr',
  description: 'Anadyr, Russia',
  alias: ['Asia/Anadyr']
}, {
  name: 'rugdx',
  description: 'Magadan, Russia',
  alias: ['Asia/Magadan']
}, {
  name: 'ruikt',
  description: 'Irkutsk, Russia',
  alias: ['Asia/Irkutsk']
}, {
  name: 'rukgd',
  description: 'Kaliningrad, Russia',
  alias: ['Europe/Kaliningrad']
}, {
  name: 'rukhndg',
  description: 'Khandyga Tomponsky, Russia',
  alias: ['Asia/Khandyga']
}, {
  name: 'rukra',
  description: 'Krasnoyarsk, Russia',
  alias: ['Asia/Krasnoyarsk']
}, {
  name: 'rukuf',
  description: 'Samara, Russia',
  alias: ['Europe/Samara']
}, {
  name: 'rukvx',
  description: 'Kirov, Russia',
  alias: ['Europe/Kirov']
}, {
  name: 'rumow',
  description: 'Moscow, Russia',
  alias: ['Europe/Moscow', 'W-SU']
}, {
  name: 'runoz',
  description: 'Novokuznetsk, Russia',
  alias: ['Asia/Novokuznetsk']
}, {
  name: 'ruoms',
  description: 'Omsk, Russia',
  alias: ['Asia/Omsk']
}, {
  name: 'ruovb',
  description: 'Novosibirsk, Russia',
  alias: ['Asia/Novosibirsk']
}, {
  name: 'rupkc',
  description: 'Kamchatka Peninsula, Russia',
  alias: ['Asia/Kamchatka']
}, {
  name: 'rurtw',
  description: 'Saratov, Russia',
  alias: ['Europe/Saratov']
}, {
  name: 'rusred',
  description: 'Srednekolymsk, Russia',
  alias: ['Asia/Srednekolymsk']
}, {
  name: 'rutof',
  description: 'Tomsk, Russia',
  alias: ['Asia/Tomsk']
}, {
  name: 'ruuly',
  description: 'Ulyanovsk, Russia',
  alias: ['Europe/Ulyanovsk']
}, {
  name: 'ruunera',
  description: 'Ust-Nera Oymyakonsky, Russia',
  alias: ['Asia/Ust-Nera']
}, {
  name: 'ruuus',
  description: 'Sakhalin, Russia',
  alias: ['Asia/Sakhalin']
}, {
  name: 'ruvog',
  description: 'Volgograd, Russia',
  alias: ['Europe/Volgograd']
}, {
  name: 'ruvvo',
  description: 'Vladivostok, Russia',
  alias: ['Asia/Vladivostok']
}, {
  name: 'ruyek',
  description: 'Yekaterinburg, Russia',
  alias: ['Asia/Yekaterinburg']
}, {
  name: 'ruyks',
  description: 'Yakutsk, Russia',
  alias: ['Asia/Yakutsk']
}, {
  name: 'rwkgl',
  description: 'Kigali, Rwanda',
  alias: ['Africa/Kigali']
}, {
  name: 'saruh',
  description: 'Riyadh, Saudi Arabia',
  alias: ['Asia/Riyadh']
}, {
  name: 'sbhir',
  description: 'Guadalcanal, Solomon Islands',
  alias: ['Pacific/Guadalcanal']
}, {
  name: 'scmaw',
  description: 'Mahé, Seychelles',
  alias: ['Indian/Mahe']
}, {
  name: 'sdkrt',
  description: 'Khartoum, Sudan',
  alias: ['Africa/Khartoum']
}, {
  name: 'sesto',
  description: 'Stockholm, Sweden',
  alias: ['Europe/Stockholm']
}, {
  name: 'sgsin',
  description: 'Singapore',
  alias: ['Asia/Singapore', 'Singapore']
}, {
  name: 'shshn',
  description: 'Saint Helena',
  alias: ['Atlantic/St_Helena']
}, {
  name: 'silju',
  description: 'Ljubljana, Slovenia',
  alias: ['Europe/Ljubljana']
}, {
  name: 'sjlyr',
  description: 'Longyearbyen, Svalbard',
  alias: ['Arctic/Longyearbyen', 'Atlantic/Jan_Mayen']
}, {
  name: 'skbts',
  description: 'Bratislava, Slovakia',
  alias: ['Europe/Bratislava']
}, {
  name: 'slfna',
  description: 'Freetown, Sierra Leone',
  alias: ['Africa/Freetown']
}, {
  name: 'smsai',
  description: 'San Marino',
  alias: ['Europe/San_Marino']
}, {
  name: 'sndkr',
  description: 'Dakar, Senegal',
  alias: ['Africa/Dakar']
}, {
  name: 'somgq',
  description: 'Mogadishu, Somalia',
  alias: ['Africa/Mogadishu']
}, {
  name: 'srpbm',
  description: 'Paramaribo, Suriname',
  alias: ['America/Paramaribo']
}, {
  name: 'ssjub',
  description: 'Juba, South Sudan',
  alias: ['Africa/Juba']
}, {
  name: 'sttms',
  description: 'São Tomé, São Tomé and Príncipe',
  alias: ['Africa/Sao_Tome']
}, {
  name: 'svsal',
  description: 'El Salvador',
  alias: ['America/El_Salvador']
}, {
  name: 'sxphi',
  description: 'Sint Maarten',
  alias: ['America/Lower_Princes']
}, {
  name: 'sydam',
  description: 'Damascus, Syria',
  alias: ['Asia/Damascus']
}, {
  name: 'szqmn',
  description: 'Mbabane, Swaziland',
  alias: ['Africa/Mbabane']
}, {
  name: 'tcgdt',
  description: 'Grand Turk, Turks and Caicos Islands',
  alias: ['America/Grand_Turk']
}, {
  name: 'tdndj',
  description: "N'Djamena, Chad",
  alias: ['Africa/Ndjamena']
}, {
  name: 'tfpfr',
  description: 'Kerguelen Islands, French Southern Territories',
  alias: ['Indian/Kerguelen']
}, {
  name: 'tglfw',
  description: 'Lomé, Togo',
  alias: ['Africa/Lome']
}, {
  name: 'thbkk',
  description: 'Bangkok, Thailand',
  alias: ['Asia/Bangkok']
}, {
  name: 'tjdyu',
  description: 'Dushanbe, Tajikistan',
  alias: ['Asia/Dushanbe']
}, {
  name: 'tkfko',
  description: 'Fakaofo, Tokelau',
  alias: ['Pacific/Fakaofo']
}, {
  name: 'tldil',
  description: 'Dili, East Timor',
  alias: ['Asia/Dili']
}, {
  name: 'tmasb',
  description: 'Ashgabat, Turkmenistan',
  alias: ['Asia/Ashgabat', 'Asia/Ashkhabad']
}, {
  name: 'tntun',
  description: 'Tunis, Tunisia',
  alias: ['Africa/Tunis']
}, {
  name: 'totbu',
  description: 'Tongatapu, Tonga',
  alias: ['Pacific/Tongatapu']
}, {
  name: 'trist',
  description: 'Istanbul, Turkey',
  alias: ['Europe/Istanbul', 'Asia/Istanbul', 'Turkey']
}, {
  name: 'ttpos',
  description: 'Port of Spain, Trinidad and Tobago',
  alias: ['America/Port_of_Spain']
}, {
  name: 'tvfun',
  description: 'Funafuti, Tuvalu',
  alias: ['Pacific/Funafuti']
}, {
  name: 'twtpe',
  description: 'Taipei, Taiwan',
  alias: ['Asia/Taipei', 'ROC']
}, {
  name: 'tzdar',
  description: 'Dar es Salaam, Tanzania',
  alias: ['Africa/Dar_es_Salaam']
}, {
  name: 'uaiev',
  description: 'Kiev, Ukraine',
  alias: ['Europe/Kiev']
}, {
  name: 'uaozh',
  description: 'Zaporizhia (Zaporozhye), Ukraine',
  alias: ['Europe/Zaporozhye']
}, {
  name: 'uasip',
  description: 'Simferopol, Ukraine',
  alias: ['Europe/Simferopol']
}, {
  name: 'uauzh',
  description: 'Uzhhorod (Uzhgorod), Ukraine',
  alias: ['Europe/Uzhgorod']
}, {
  name: 'ugkla',
  description: 'Kampala, Uganda',
  alias: ['Africa/Kampala']
}, {
  name: 'umawk',
  description: 'Wake Island, U.S. Minor Outlying Islands',
  alias: ['Pacific/Wake']
}, {
  name: 'umjon',
  description: 'Johnston Atoll, U.S. Minor Outlying Islands',
  alias: ['Pacific/Johnston']
}, {
  name: 'ummdy',
  description: 'Midway Islands, U.S. Minor Outlying Islands',
  alias: ['Pacific/Midway']
}, {
  name: 'unk',
  description: 'Unknown time zone',
  alias: ['Etc/Unknown']
}, {
  name: 'usadk',
  description: 'Adak (Alaska), United States',
  alias: ['America/Adak', 'America/Atka', 'US/Aleutian']
}, {
  name: 'usaeg',
  description: 'Marengo (Indiana), United States',
  alias: ['America/Indiana/Marengo']
}, {
  name: 'usanc',
  description: 'Anchorage, United States',
  alias: ['America/Anchorage', 'US/Alaska']
}, {
  name: 'usboi',
  description: 'Boise (Idaho), United States',
  alias: ['America/Boise']
}, {
  name: 'uschi',
  description: 'Chicago, United States',
  alias: ['America/Chicago', 'US/Central']
}, {
  name: 'usden',
  description: 'Denver, United States',
  alias: ['America/Denver', 'America/Shiprock', 'Navajo', 'US/Mountain']
}, {
  name: 'usdet',
  description: 'Detroit, United States',
  alias: ['America/Detroit', 'US/Michigan']
}, {
  name: 'ushnl',
  description: 'Honolulu, United States',
  alias: ['Pacific/Honolulu', 'US/Hawaii']
}, {
  name: 'usind',
  description: 'Indianapolis, United States',
  alias: ['America/Indianapolis', 'America/Fort_Wayne', 'America/Indiana/Indianapolis', 'US/East-Indiana']
}, {
  name: 'usinvev',
  description: 'Vevay (Indiana), United States',
  alias: ['America/Indiana/Vevay']
}, {
  name: 'usjnu',
  description: 'Juneau (Alaska), United States',
  alias: ['America/Juneau']
}, {
  name: 'usknx',
  description: 'Knox (Indiana), United States',
  alias: ['America/Indiana/Knox', 'America/Knox_IN', 'US/Indiana-Starke']
}, {
  name: 'uslax',
  description: 'Los Angeles, United States',
  alias: ['America/Los_Angeles', 'US/Pacific', 'US/Pacific-New']
}, {
  name: 'uslui',
  description: 'Louisville (Kentucky), United States',
  alias: ['America/Louisville', 'America/Kentucky/Louisville']
}, {
  name: 'usmnm',
  description: 'Menominee (Michigan), United States',
  alias: ['America/Menominee']
}, {
  name: 'usmtm',
  description: 'Metlakatla (Alaska), United States',
  alias: ['America/Metlakatla']
}, {
  name: 'usmoc',
  description: 'Monticello (Kentucky), United States',
  alias: ['America/Kentucky/Monticello']
}, {
  name: 'usndcnt',
  description: 'Center (North Dakota), United States',
  alias: ['America/North_Dakota/Center']
}, {
  name: 'usndnsl',
  description: 'New Salem (North Dakota), United States',
  alias: ['America/North_Dakota/New_Salem']
}, {
  name: 'usnyc',
  description: 'New York, United States',
  alias: ['America/New_York', 'US/Eastern']
}, {
  name: 'usoea',
  description: 'Vincennes (Indiana), United States',
  alias: ['America/Indiana/Vincennes']
}, {
  name: 'usome',
  description: 'Nome (Alaska), United States',
  alias: ['America/Nome']
}, {
  name: 'usphx',
  description: 'Phoenix, United States',
  alias: ['America/Phoenix', 'US/Arizona']
}, {
  name: 'ussit',
  description: 'Sitka (Alaska), United States',
  alias: ['America/Sitka']
}, {
  name: 'ustel',
  description: 'Tell City (Indiana), United States',
  alias: ['America/Indiana/Tell_City']
}, {
  name: 'uswlz',
  description: 'Winamac (Indiana), United States',
  alias: ['America/Indiana/Winamac']
}, {
  name: 'uswsq',
  description: 'Petersburg (Indiana), United States',
  alias: ['America/Indiana/Petersburg']
}, {
  name: 'usxul',
  description: 'Beulah (North Dakota), United States',
  alias: ['America/North_Dakota/Beulah']
}, {
  name: 'usyak',
  description: 'Yakutat (Alaska), United States',
  alias: ['America/Yakutat']
}, {
  name: 'utc',
  description: 'UTC (Coordinated Universal Time)',
  alias: ['Etc/UTC', 'Etc/UCT', 'Etc/Universal', 'Etc/Zulu', 'UCT', 'UTC', 'Universal', 'Zulu']
}, {
  name: 'utce01',
  description: '1 hour ahead of UTC',
  alias: ['Etc/GMT-1']
}, {
  name: 'utce02',
  description: '2 hours ahead of UTC',
  alias: ['Etc/GMT-2']
}, {
  name: 'utce03',
  description: '3 hours ahead of UTC',
  alias: ['Etc/GMT-3']
}, {
  name: 'utce04',
  description: '4 hours ahead of UTC',
  alias: ['Etc/GMT-4']
}, {
  name: 'utce05',
  description: '5 hours ahead of UTC',
  alias: ['Etc/GMT-5']
}, {
  name: 'utce06',
  description: '6 hours ahead of UTC',
  alias: ['Etc/GMT-6']
}, {
  name: 'utce07',
  description: '7 hours ahead of UTC',
  alias: ['Etc/GMT-7']
}, {
  name: 'utce08',
  description: '8 hours ahead of UTC',
  alias: ['Etc/GMT-8']
}, {
  name: 'utce09',
  description: '9 hours ahead of UTC',
  alias: ['Etc/GMT-9']
}, {
  name: 'utce10',
  description: '10 hours ahead of UTC',
  alias: ['Etc/GMT-10']
}, {
  name: 'utce11',
  description: '11 hours ahead of UTC',
  alias: ['Etc/GMT-11']
}, {
  name: 'utce12',
  description: '12 hours ahead of UTC',
  alias: ['Etc/GMT-12']
}, {
  name: 'utce13',
  description: '13 hours ahead of UTC',
  alias: ['Etc/GMT-13']
}, {
  name: 'utce14',
  description: '14 hours ahead of UTC',
  alias: ['Etc/GMT-14']
}, {
  name: 'utcw01',
  description: '1 hour behind UTC',
  alias: ['Etc/GMT+1']
}, {
  name: 'utcw02',
  description: '2 hours behind UTC',
  alias: ['Etc/GMT+2']
}, {
  name: 'utcw03',
  description: '3 hours behind UTC',
  alias: ['Etc/GMT+3']
}, {
  name: 'utcw04',
  description: '4 hours behind UTC',
  alias: ['Etc/GMT+4']
}, {
  name: 'utcw05',
  description: '5 hours behind UTC',
  alias: ['Etc/GMT+5', 'EST']
}, {
  name: 'utcw06',
  description: '6 hours behind UTC',
  alias: ['Etc/GMT+6']
}, {
  name: 'utcw07',
  description: '7 hours behind UTC',
  alias: ['Etc/GMT+7', 'MST']
}, {
  name: 'utcw08',
  description: '8 hours behind UTC',
  alias: ['Etc/GMT+8']
}, {
  name: 'utcw09',
  description: '9 hours behind UTC',
  alias: ['Etc/GMT+9']
}, {
  name: 'utcw10',
  description: '10 hours behind UTC',
  alias: ['Etc/GMT+10', 'HST']
}, {
  name: 'utcw11',
  description: '11 hours behind UTC',
  alias: ['Etc/GMT+11']
}, {
  name: 'utcw12',
  description: '12 hours behind UTC',
  alias: ['Etc/GMT+12']
}, {
  name: 'uymvd',
  description: 'Montevideo, Uruguay',
  alias: ['America/Montevideo']
}, {
  name: 'uzskd',
  description: 'Samarkand, Uzbekistan',
  alias: ['Asia/Samarkand']
}, {
  name: 'uztas',
  description: 'Tashkent, Uzbekistan',
  alias: ['Asia/Tashkent']
}, {
  name: 'vavat',
  description: 'Vatican City',
  alias: ['Europe/Vatican']
}, {
  name: 'vcsvd',
  description: 'Saint Vincent, Saint Vincent and the Grenadines',
  alias: ['America/St_Vincent']
}, {
  name: 'veccs',
  description: 'Caracas, Venezuela',
  alias: ['America/Caracas']
}, {
  name: 'vgtov',
  description: 'Tortola, British Virgin Islands',
  alias: ['America/Tortola']
}, {
  name: 'vistt',
  description: 'Saint Thomas, U.S. Virgin Islands',
  alias: ['America/St_Thomas', 'America/Virgin']
}, {
  name: 'vnsgn',
  description: 'Ho Chi Minh City, Vietnam',
  alias: ['Asia/Saigon', 'Asia/Ho_Chi_Minh']
}, {
  name: 'vuvli',
  description: 'Efate, Vanuatu',
  alias: ['Pacific/Efate']
}, {
  name: 'wfmau',
  description: 'Wallis Islands, Wallis and Futuna',
  alias: ['Pacific/Wallis']
}, {
  name: 'wsapw',
  description: 'Apia, Samoa',
  alias: ['Pacific/Apia']
}, {
  name: 'yeade',
  description: 'Aden, Yemen',
  alias: ['Asia/Aden']
}, {
  name: 'ytmam',
  description: 'Mayotte',
  alias: ['Indian/Mayotte']
}, {
  name: 'zajnb',
  description: 'Johannesburg, South Africa',
  alias: ['Africa/Johannesburg']
}, {
  name: 'zmlun',
  description: 'Lusaka, Zambia',
  alias: ['Africa/Lusaka']
}, {
  name: 'zwhre',
  description: 'Harare, Zimbabwe',
  alias: ['Africa/Harare']
}];

var WINDOWS_TO_IANA_MAP = [{
  windowsName: 'Dateline Standard Time',
  territory: '001',
  iana: ['Etc/GMT+12']
}, {
  windowsName: 'Dateline Standard Time',
  territory: 'ZZ',
  iana: ['Etc/GMT+12']
}, {
  windowsName: 'UTC-11',
  territory: '001',
  iana: ['Etc/GMT+11']
}, {
  windowsName: 'UTC-11',
  territory: 'AS',
  iana: ['Pacific/Pago_Pago']
}, {
  windowsName: 'UTC-11',
  territory: 'NU',
  iana: ['Pacific/Niue']
}, {
  windowsName: 'UTC-11',
  territory: 'UM',
  iana: ['Pacific/Midway']
}, {
  windowsName: 'UTC-11',
  territory: 'ZZ',
  iana: ['Etc/GMT+11']
}, {
  windowsName: 'Aleutian Standard Time',
  territory: '001',
  iana: ['America/Adak']
}, {
  windowsName: 'Aleutian Standard Time',
  territory: 'US',
  iana: ['America/Adak']
}, {
  windowsName: 'Hawaiian Standard Time',
  territory: '001',
  iana: ['Pacific/Honolulu']
}, {
  windowsName: 'Hawaiian Standard Time',
  territory: 'CK',
  iana: ['Pacific/Rarotonga']
}, {
  windowsName: 'Hawaiian Standard Time',
  territory: 'PF',
  iana: ['Pacific/Tahiti']
}, {
  windowsName: 'Hawaiian Standard Time',
  territory: 'UM',
  iana: ['Pacific/Johnston']
}, {
  windowsName: 'Hawaiian Standard Time',
  territory: 'US',
  iana: ['Pacific/Honolulu']
}, {
  windowsName: 'Hawaiian Standard Time',
  territory: 'ZZ',
  iana: ['Etc/GMT+10']
}, {
  windowsName: 'Marquesas Standard Time',
  territory: '001',
  iana: ['Pacific/Marquesas']
}, {
  windowsName: 'Marquesas Standard Time',
  territory: 'PF',
  iana: ['Pacific/Marquesas']
}, {
  windowsName: 'Alaskan Standard Time',
  territory: '001',
  iana: ['America/Anchorage']
}, {
  windowsName: 'Alaskan Standard Time',
  territory: 'US',
  iana: ['America/Anchorage', 'America/Juneau', 'America/Metlakatla', 'America/Nome', 'America/Sitka', 'America/Yakutat']
}, {
  windowsName: 'UTC-09',
  territory: '001',
  iana: ['Etc/GMT+9']
}, {
  windowsName: 'UTC-09',
  territory: 'PF',
  iana: ['Pacific/Gambier']
}, {
  windowsName: 'UTC-09',
  territory: 'ZZ',
  iana: ['Etc/GMT+9']
}, {
  windowsName: 'Pacific Standard Time (Mexico)',
  territory: '001',
  iana: ['America/Tijuana']
}, {
  windowsName: 'Pacific Standard Time (Mexico)',
  territory: 'MX',
  iana: ['America/Tijuana', 'America/Santa_Isabel']
}, {
  windowsName: 'UTC-08',
  territory: '001',
  iana: ['Etc/GMT+8']
}, {
  windowsName: 'UTC-08',
  territory: 'PN',
  iana: ['Pacific/Pitcairn']
}, {
  windowsName: 'UTC-08',
  territory: 'ZZ',
  iana: ['Etc/GMT+8']
}, {
  windowsName: 'Pacific Standard Time',
  territory: '001',
  iana: ['America/Los_Angeles']
}, {
  windowsName: 'Pacific Standard Time',
  territory: 'CA',
  iana: ['America/Vancouver']
}, {
  windowsName: 'Pacific Standard Time',
  territory: 'US',
  iana: ['America/Los_Angeles']
}, {
  windowsName: 'Pacific Standard Time',
  territory: 'ZZ',
  iana: ['PST8PDT']
}, {
  windowsName: 'US Mountain Standard Time',
  territory: '001',
  iana: ['America/Phoenix']
}, {
  windowsName: 'US Mountain Standard Time',
  territory: 'CA',
  iana: ['America/Creston', 'America/Dawson_Creek', 'America/Fort_Nelson']
}, {
  windowsName: 'US Mountain Standard Time',
  territory: 'MX',
  iana: ['America/Hermosillo']
}, {
  windowsName: 'US Mountain Standard Time',
  territory: 'US',
  iana: ['America/Phoenix']
}, {
  windowsName: 'US Mountain Standard Time',
  territory: 'ZZ',
  iana: ['Etc/GMT+7']
}, {
  windowsName: 'Mountain Standard Time (Mexico)',
  territory: '001',
  iana: ['America/Chihuahua']
}, {
  windowsName: 'Mountain Standard Time (Mexico)',
  territory: 'MX',
  iana: ['America/Chihuahua', 'America/Mazatlan']
}, {
  windowsName: 'Mountain Standard Time',
  territory: '001',
  iana: ['America/Denver']
}, {
  windowsName: 'Mountain Standard Time',
  territory: 'CA',
  iana: ['America/Edmonton', 'America/Cambridge_Bay', 'America/Inuvik', 'America/Yellowknife']
}, {
  windowsName: 'Mountain Standard Time',
  territory: 'MX',
  iana: ['America/Ojinaga']
}, {
  windowsName: 'Mountain Standard Time',
  territory: 'US',
  iana: ['America/Denver', 'America/Boise']
}, {
  windowsName: 'Mountain Standard Time',
  territory: 'ZZ',
  iana: ['MST7MDT']
}, {
  windowsName: 'Yukon Standard Time',
  territory: '001',
  iana: ['America/Whitehorse']
}, {
  windowsName: 'Yukon Standard Time',
  territory: 'CA',
  iana: ['America/Whitehorse', 'America/Dawson']
}, {
  windowsName: 'Central America Standard Time',
  territory: '001',
  iana: ['America/Guatemala']
}, {
  windowsName: 'Central America Standard Time',
  territory: 'BZ',
  iana: ['America/Belize']
}, {
  windowsName: 'Central America Standard Time',
  territory: 'CR',
  iana: ['America/Costa_Rica']
}, {
  windowsName: 'Central America Standard Time',
  territory: 'EC',
  iana: ['Pacific/Galapagos']
}, {
  windowsName: 'Central America Standard Time',
  territory: 'GT',
  iana: ['America/Guatemala']
}, {
  windowsName: 'Central America Standard Time',
  territory: 'HN',
  iana: ['America/Tegucigalpa']
}, {
  windowsName: 'Central America Standard Time',
  territory: 'NI',
  iana: ['America/Managua']
}, {
  windowsName: 'Central America Standard Time',
  territory: 'SV',
  iana: ['America/El_Salvador']
}, {
  windowsName: 'Central America Standard Time',
  territory: 'ZZ',
  iana: ['Etc/GMT+6']
}, {
  windowsName: 'Central Standard Time',
  territory: '001',
  iana: ['America/Chicago']
}, {
  windowsName: 'Central Standard Time',
  territory: 'CA',
  iana: ['America/Winnipeg', 'America/Rainy_River', 'America/Rankin_Inlet', 'America/Resolute']
}, {
  windowsName: 'Central Standard Time',
  territory: 'MX',
  iana: ['America/Matamoros']
}, {
  windowsName: 'Central Standard Time',
  territory: 'US',
  iana: ['America/Chicago', 'America/Indiana/Knox', 'America/Indiana/Tell_City', 'America/Menominee', 'America/North_Dakota/Beulah', 'America/North_Dakota/Center', 'America/North_Dakota/New_Salem']
}, {
  windowsName: 'Central Standard Time',
  territory: 'ZZ',
  iana: ['CST6CDT']
}, {
  windowsName: 'Easter Island Standard Time',
  territory: '001',
  iana: ['Pacific/Easter']
}, {
  windowsName: 'Easter Island Standard Time',
  territory: 'CL',
  iana: ['Pacific/Easter']
}, {
  windowsName: 'Central Standard Time (Mexico)',
  territory: '001',
  iana: ['America/Mexico_City']
}, {
  windowsName: 'Central Standard Time (Mexico)',
  territory: 'MX',
  iana: ['America/Mexico_City', 'America/Bahia_Banderas', 'America/Merida', 'America/Monterrey']
}, {
  windowsName: 'Canada Central Standard Time',
  territory: '001',
  iana: ['America/Regina']
}, {
  windowsName: 'Canada Central Standard Time',
  territory: 'CA',
  iana: ['America/Regina', 'America/Swift_Current']
}, {
  windowsName: 'SA Pacific Standard Time',
  territory: '001',
  iana: ['America/Bogota']
}, {
  windowsName: 'SA Pacific Standard Time',
  territory: 'BR',
  iana: ['America/Rio_Branco', 'America/Eirunepe']
}, {
  windowsName: 'SA Pacific Standard Time',
  territory: 'CA',
  iana: ['America/Coral_Harbour']
}, {
  windowsName: 'SA Pacific Standard Time',
  territory: 'CO',
  iana: ['America/Bogota']
}, {
  windowsName: 'SA Pacific Standard Time',
  territory: 'EC',
  iana: ['America/Guayaquil']
}, {
  windowsName: 'SA Pacific Standard Time',
  territory: 'JM',
  iana: ['America/Jamaica']
}, {
  windowsName: 'SA Pacific Standard Time',
  territory: 'KY',
  iana: ['America/Cayman']
}, {
  windowsName: 'SA Pacific Standard Time',
  territory: 'PA',
  iana: ['America/Panama']
}, {
  windowsName: 'SA Pacific Standard Time',
  territory: 'PE',
  iana: ['America/Lima']
}, {
  windowsName: 'SA Pacific Standard Time',
  territory: 'ZZ',
  iana: ['Etc/GMT+5']
}, {
  windowsName: 'Eastern Standard Time (Mexico)',
  territory: '001',
  iana: ['America/Cancun']
}, {
  windowsName: 'Eastern Standard Time (Mexico)',
  territory: 'MX',
  iana: ['America/Cancun']
}, {
  windowsName: 'Eastern Standard Time',
  territory: '001',
  iana: ['America/New_York']
}, {
  windowsName: 'Eastern Standard Time',
  territory: 'BS',
  iana: ['America/Nassau']
}, {
  windowsName: 'Eastern Standard Time',
  territory: 'CA',
  iana: ['America/Toronto', 'America/Iqaluit', 'America/Montreal', 'America/Nipigon', 'America/Pangnirtung', 'America/Thunder_Bay']
}, {
  windowsName: 'Eastern Standard Time',
  territory: 'US',
  iana: ['America/New_York', 'America/Detroit', 'America/Indiana/Petersburg', 'America/Indiana/Vincennes', 'America/Indiana/Winamac', 'America/Kentucky/Monticello', 'America/Louisville']
}, {
  windowsName: 'Eastern Standard Time',
  territory: 'ZZ',
  iana: ['EST5EDT']
}, {
  windowsName: 'Haiti Standard Time',
  territory: '001',
  iana: ['America/Port-au-Prince']
}, {
  windowsName: 'Haiti Standard Time',
  territory: 'HT',
  iana: ['America/Port-au-Prince']
}, {
  windowsName: 'Cuba Standard Time',
  territory: '001',
  iana: ['America/Havana']
}, {
  windowsName: 'Cuba Standard Time',
  territory: 'CU',
  iana: ['America/Havana']
}, {
  windowsName: 'US Eastern Standard Time',
  territory: '001',
  iana: ['America/Indianapolis']
}, {
  windowsName: 'US Eastern Standard Time',
  territory: 'US',
  iana: ['America/Indianapolis', 'America/Indiana/Marengo', 'America/Indiana/Vevay']
}, {
  windowsName: 'Turks And Caicos Standard Time',
  territory: '001',
  iana: ['America/Grand_Turk']
}, {
  windowsName: 'Turks And Caicos Standard Time',
  territory: 'TC',
  iana: ['America/Grand_Turk']
}, {
  windowsName: 'Paraguay Standard Time',
  territory: '001',
  iana: ['America/Asuncion']
}, {
  windowsName: 'Paraguay Standard Time',
  territory: 'PY',
  iana: ['America/Asuncion']
}, {
  windowsName: 'Atlantic Standard Time',
  territory: '001',
  iana: ['America/Halifax']
}, {
  windowsName: 'Atlantic Standard Time',
  territory: 'BM',
  iana: ['Atlantic/Bermuda']
}, {
  windowsName: 'Atlantic Standard Time',
  territory: 'CA',
  iana: ['America/Halifax', 'America/Glace_Bay', 'America/Goose_Bay', 'America/Moncton']
}, {
  windowsName: 'Atlantic Standard Time',
  territory: 'GL',
  iana: ['America/Thule']
}, {
  windowsName: 'Venezuela Standard Time',
  territory: '001',
  iana: ['America/Caracas']
}, {
  windowsName: 'Venezuela Standard Time',
  territory: 'VE',
  iana: ['America/Caracas']
}, {
  windowsName: 'Central Brazilian Standard Time',
  territory: '001',
  iana: ['America/Cuiaba']
}, {
  windowsName: 'Central Brazilian Standard Time',
  territory: 'BR',
  iana: ['America/Cuiaba', 'America/Campo_Grande']
}, {
  windowsName: 'SA Western Standard Time',
  territory: '001',
  iana: ['America/La_Paz']
}, {
  windowsName: 'SA Western Standard Time',
  territory: 'AG',
  iana: ['America/Antigua']
}, {
  windowsName: 'SA Western Standard Time',
  territory: 'AI',
  iana: ['America/Anguilla']
}, {
  windowsName: 'SA Western Standard Time',
  territory: 'AW',
  iana: ['America/Aruba']
}, {
  windowsName: 'SA Western Standard Time',
  territory: 'BB',
  iana: ['America/Barbados']
}, {
  windowsName: 'SA Western Standard Time',
  territory: 'BL',
  iana: ['America/St_Barthelemy']
}, {
  windowsName: 'SA Western Standard Time',
  territory: 'BO',
  iana: ['America/La_Paz']
}, {
  windowsName: 'SA Western Standard Time',
  territory: 'BQ',
  iana: ['America/Kralendijk']
}, {
  windowsName: 'SA Western Standard Time',
  territory: 'BR',
  iana: ['America/Manaus', 'America/Boa_Vista', 'America/Porto_Velho']
}, {
  windowsName: 'SA Western Standard Time',
  territory: 'CA',
  iana: ['America/Blanc-Sablon']
}, {
  windowsName: 'SA Western Standard Time',
  territory: 'CW',
  iana: ['America/Curacao']
}, {
  windowsName: 'SA Western Standard Time',
  territory: 'DM',
  iana: ['America/Dominica']
}, {
  windowsName: 'SA Western Standard Time',
  territory: 'DO',
  iana: ['America/Santo_Domingo']
}, {
  windowsName: 'SA Western Standard Time',
  territory: 'GD',
  iana: ['America/Grenada']
}, {
  windowsName: 'SA Western Standard Time',
  territory: 'GP',
  iana: ['America/Guadeloupe']
}, {
  windowsName: 'SA Western Standard Time',
  territory: 'GY',
  iana: ['America/Guyana']
}, {
  windowsName: 'SA Western Standard Time',
  territory: 'KN',
  iana: ['America/St_Kitts']
}, {
  windowsName: 'SA Western Standard Time',
  territory: 'LC',
  iana: ['America/St_Lucia']
}, {
  windowsName: 'SA Western Standard Time',
  territory: 'MF',
  iana: ['America/Marigot']
}, {
  windowsName: 'SA Western Standard Time',
  territory: 'MQ',
  iana: ['America/Martinique']
}, {
  windowsName: 'SA Western Standard Time',
  territory: 'MS',
  iana: ['America/Montserrat']
}, {
  windowsName: 'SA Western Standard Time',
  territory: 'PR',
  iana: ['America/Puerto_Rico']
}, {
  windowsName: 'SA Western Standard Time',
  territory: 'SX',
  iana: ['America/Lower_Princes']
}, {
  windowsName: 'SA Western Standard Time',
  territory: 'TT',
  iana: ['America/Port_of_Spain']
}, {
  windowsName: 'SA Western Standard Time',
  territory: 'VC',
  iana: ['America/St_Vincent']
}, {
  windowsName: 'SA Western Standard Time',
  territory: 'VG',
  iana: ['America/Tortola']
}, {
  windowsName: 'SA Western Standard Time',
  territory: 'VI',
  iana: ['America/St_Thomas']
}, {
  windowsName: 'SA Western Standard Time',
  territory: 'ZZ',
  iana: ['Etc/GMT+4']
}, {
  windowsName: 'Pacific SA Standard Time',
  territory: '001',
  iana: ['America/Santiago']
}, {
  windowsName: 'Pacific SA Standard Time',
  territory: 'CL',
  iana: ['America/Santiago']
}, {
  windowsName: 'Newfoundland Standard Time',
  territory: '001',
  iana: ['America/St_Johns']
}, {
  windowsName: 'Newfoundland Standard Time',
  territory: 'CA',
  iana: ['America/St_Johns']
}, {
  windowsName: 'Tocantins Standard Time',
  territory: '001',
  iana: ['America/Araguaina']
}, {
  windowsName: 'Tocantins Standard Time',
  territory: 'BR',
  iana: ['America/Araguaina']
}, {
  windowsName: 'E. South America Standard Time',
  territory: '001',
  iana: ['America/Sao_Paulo']
}, {
  windowsName: 'E. South America Standard Time',
  territory: 'BR',
  iana: ['America/Sao_Paulo']
}, {
  windowsName: 'SA Eastern Standard Time',
  territory: '001',
  iana: ['America/Cayenne']
}, {
  windowsName: 'SA Eastern Standard Time',
  territory: 'AQ',
  iana: ['Antarctica/Rothera', 'Antarctica/Palmer']
}, {
  windowsName: 'SA Eastern Standard Time',
  territory: 'BR',
  iana: ['America/Fortaleza', 'America/Belem', 'America/Maceio', 'America/Recife', 'America/Santarem']
}, {
  windowsName: 'SA Eastern Standard Time',
  territory: 'FK',
  iana: ['Atlantic/Stanley']
}, {
  windowsName: 'SA Eastern Standard Time',
  territory: 'GF',
  iana: ['America/Cayenne']
}, {
  windowsName: 'SA Eastern Standard Time',
  territory: 'SR',
  iana: ['America/Paramaribo']
}, {
  windowsName: 'SA Eastern Standard Time',
  territory: 'ZZ',
  iana: ['Etc/GMT+3']
}, {
  windowsName: 'Argentina Standard Time',
  territory: '001',
  iana: ['America/Buenos_Aires']
}, {
  windowsName: 'Argentina Standard Time',
  territory: 'AR',
  iana: ['America/Buenos_Aires', 'America/Argentina/La_Rioja', 'America/Argentina/Rio_Gallegos', 'America/Argentina/Salta', 'America/Argentina/San_Juan', 'America/Argentina/San_Luis', 'America/Argentina/Tucuman', 'America/Argentina/Ushuaia', 'America/Catamarca', 'America/Cordoba', 'America/Jujuy', 'America/Mendoza']
}, {
  windowsName: 'Greenland Standard Time',
  territory: '001',
  iana: ['America/Godthab']
}, {
  windowsName: 'Greenland Standard Time',
  territory: 'GL',
  iana: ['America/Godthab']
}, {
  windowsName: 'Montevideo Standard Time',
  territory: '001',
  iana: ['America/Montevideo']
}, {
  windowsName: 'Montevideo Standard Time',
  territory: 'UY',
  iana: ['America/Montevideo']
}, {
  windowsName: 'Magallanes Standard Time',
  territory: '001',
  iana: ['America/Punta_Arenas']
}, {
  windowsName: 'Magallanes Standard Time',
  territory: 'CL',
  iana: ['America/Punta_Arenas']
}, {
  windowsName: 'Saint Pierre Standard Time',
  territory: '001',
  iana: ['America/Miquelon']
}, {
  windowsName: 'Saint Pierre Standard Time',
  territory: 'PM',
  iana: ['America/Miquelon']
}, {
  windowsName: 'Bahia Standard Time',
  territory: '001',
  iana: ['America/Bahia']
}, {
  windowsName: 'Bahia Standard Time',
  territory: 'BR',
  iana: ['America/Bahia']
}, {
  windowsName: 'UTC-02',
  territory: '001',
  iana: ['Etc/GMT+2']
}, {
  windowsName: 'UTC-02',
  territory: 'BR',
  iana: ['America/Noronha']
}, {
  windowsName: 'UTC-02',
  territory: 'GS',
  iana: ['Atlantic/South_Georgia']
}, {
  windowsName: 'UTC-02',
  territory: 'ZZ',
  iana: ['Etc/GMT+2']
}, {
  windowsName: 'Azores Standard Time',
  territory: '001',
  iana: ['Atlantic/Azores']
}, {
  windowsName: 'Azores Standard Time',
  territory: 'GL',
  iana: ['America/Scoresbysund']
}, {
  windowsName: 'Azores Standard Time',
  territory: 'PT',
  iana: ['Atlantic/Azores']
}, {
  windowsName: 'Cape Verde Standard Time',
  territory: '001',
  iana: ['Atlantic/Cape_Verde']
}, {
  windowsName: 'Cape Verde Standard Time',
  territory: 'CV',
  iana: ['Atlantic/Cape_Verde']
}, {
  windowsName: 'Cape Verde Standard Time',
  territory: 'ZZ',
  iana: ['Etc/GMT+1']
}, {
  windowsName: 'UTC',
  territory: '001',
  iana: ['Etc/UTC']
}, {
  windowsName: 'UTC',
  territory: 'ZZ',
  iana: ['Etc/UTC', 'Etc/GMT']
}, {
  windowsName: 'GMT Standard Time',
  territory: '001',
  iana: ['Europe/London']
}, {
  windowsName: 'GMT Standard Time',
  territory: 'ES',
  iana: ['Atlantic/Canary']
}, {
  windowsName: 'GMT Standard Time',
  territory: 'FO',
  iana: ['Atlantic/Faeroe']
}, {
  windowsName: 'GMT Standard Time',
  territory: 'GB',
  iana: ['Europe/London']
}, {
  windowsName: 'GMT Standard Time',
  territory: 'GG',
  iana: ['Europe/Guernsey']
}, {
  windowsName: 'GMT Standard Time',
  territory: 'IE',
  iana: ['Europe/Dublin']
}, {
  windowsName: 'GMT Standard Time',
  territory: 'IM',
  iana: ['Europe/Isle_of_Man']
}, {
  windowsName: 'GMT Standard Time',
  territory: 'JE',
  iana: ['Europe/Jersey']
}, {
  windowsName: 'GMT Standard Time',
  territory: 'PT',
  iana: ['Europe/Lisbon', 'Atlantic/Madeira']
}, {
  windowsName: 'Greenwich Standard Time',
  territory: '001',
  iana: ['Atlantic/Reykjavik']
}, {
  windowsName: 'Greenwich Standard Time',
  territory: 'BF',
  iana: ['Africa/Ouagadougou']
}, {
  windowsName: 'Greenwich Standard Time',
  territory: 'CI',
  iana: ['Africa/Abidjan']
}, {
  windowsName: 'Greenwich Standard Time',
  territory: 'GH',
  iana: ['Africa/Accra']
}, {
  windowsName: 'Greenwich Standard Time',
  territory: 'GL',
  iana: ['America/Danmarkshavn']
}, {
  windowsName: 'Greenwich Standard Time',
  territory: 'GM',
  iana: ['Africa/Banjul']
}, {
  windowsName: 'Greenwich Standard Time',
  territory: 'GN',
  iana: ['Africa/Conakry']
}, {
  windowsName: 'Greenwich Standard Time',
  territory: 'GW',
  iana: ['Africa/Bissau']
}, {
  windowsName: 'Greenwich Standard Time',
  territory: 'IS',
  iana: ['Atlantic/Reykjavik']
}, {
  windowsName: 'Greenwich Standard Time',
  territory: 'LR',
  iana: ['Africa/Monrovia']
}, {
  windowsName: 'Greenwich Standard Time',
  territory: 'ML',
  iana: ['Africa/Bamako']
}, {
  windowsName: 'Greenwich Standard Time',
  territory: 'MR',
  iana: ['Africa/Nouakchott']
}, {
  windowsName: 'Greenwich Standard Time',
  territory: 'SH',
  iana: ['Atlantic/St_Helena']
}, {
  windowsName: 'Greenwich Standard Time',
  territory: 'SL',
  iana: ['Africa/Freetown']
}, {
  windowsName: 'Greenwich Standard Time',
  territory: 'SN',
  iana: ['Africa/Dakar']
}, {
  windowsName: 'Greenwich Standard Time',
  territory: 'TG',
  iana: ['Africa/Lome']
}, {
  windowsName: 'Sao Tome Standard Time',
  territory: '001',
  iana: ['Africa/Sao_Tome']
}, {
  windowsName: 'Sao Tome Standard Time',
  territory: 'ST',
  iana: ['Africa/Sao_Tome']
}, {
  windowsName: 'Morocco Standard Time',
  territory: '001',
  iana: ['Africa/Casablanca']
}, {
  windowsName: 'Morocco Standard Time',
  territory: 'EH',
  iana: ['Africa/El_Aaiun']
}, {
  windowsName: 'Morocco Standard Time',
  territory: 'MA',
  iana: ['Africa/Casablanca']
}, {
  windowsName: 'W. Europe Standard Time',
  territory: '001',
  iana: ['Europe/Berlin']
}, {
  windowsName: 'W. Europe Standard Time',
  territory: 'AD',
  iana: ['Europe/Andorra']
}, {
  windowsName: 'W. Europe Standard Time',
  territory: 'AT',
  iana: ['Europe/Vienna']
}, {
  windowsName: 'W. Europe Standard Time',
  territory: 'CH',
  iana: ['Europe/Zurich']
}, {
  windowsName: 'W. Europe Standard Time',
  territory: 'DE',
  iana: ['Europe/Berlin', 'Europe/Busingen']
}, {
  windowsName: 'W. Europe Standard Time',
  territory: 'GI',
  iana: ['Europe/Gibraltar']
}, {
  windowsName: 'W. Europe Standard Time',
  territory: 'IT',
  iana: ['Europe/Rome']
}, {
  windowsName: 'W. Europe Standard Time',
  territory: 'LI',
  iana: ['Europe/Vaduz']
}, {
  windowsName: 'W. Europe Standard Time',
  territory: 'LU',
  iana: ['Europe/Luxembourg']
}, {
  windowsName: 'W. Europe Standard Time',
  territory: 'MC',
  iana: ['Europe/Monaco']
}, {
  windowsName: 'W. Europe Standard Time',
  territory: 'MT',
  iana: ['Europe/Malta']
}, {
  windowsName: 'W. Europe Standard Time',
  territory: 'NL',
  iana: ['Europe/Amsterdam']
}, {
  windowsName: 'W. Europe Standard Time',
  territory: 'NO',
  iana: ['Europe/Oslo']
}, {
  windowsName: 'W. Europe Standard Time',
  territory: 'SE',
  iana: ['Europe/Stockholm']
}, {
  windowsName: 'W. Europe Standard Time',
  territory: 'SJ',
  iana: ['Arctic/Longyearbyen']
}, {
  windowsName: 'W. Europe Standard Time',
  territory: 'SM',
  iana: ['Europe/San_Marino']
}, {
  windowsName: 'W. Europe Standard Time',
  territory: 'VA',
  iana: ['Europe/Vatican']
}, {
  windowsName: 'Central Europe Standard Time',
  territory: '001',
  iana: ['Europe/Budapest']
}, {
  windowsName: 'Central Europe Standard Time',
  territory: 'AL',
  iana: ['Europe/Tirane']
}, {
  windowsName: 'Central Europe Standard Time',
  territory: 'CZ',
  iana: ['Europe/Prague']
}, {
  windowsName: 'Central Europe Standard Time',
  territory: 'HU',
  iana: ['Europe/Budapest']
}, {
  windowsName: 'Central Europe Standard Time',
  territory: 'ME',
  iana: ['Europe/Podgorica']
}, {
  windowsName: 'Central Europe Standard Time',
  territory: 'RS',
  iana: ['Europe/Belgrade']
}, {
  windowsName: 'Central Europe Standard Time',
  territory: 'SI',
  iana: ['Europe/Ljubljana']
}, {
  windowsName: 'Central Europe Standard Time',
  territory: 'SK',
  iana: ['Europe/Bratislava']
}, {
  windowsName: 'Romance Standard Time',
  territory: '001',
  iana: ['Europe/Paris']
}, {
  windowsName: 'Romance Standard Time',
  territory: 'BE',
  iana: ['Europe/Brussels']
}, {
  windowsName: 'Romance Standard Time',
  territory: 'DK',
  iana: ['Europe/Copenhagen']
}, {
  windowsName: 'Romance Standard Time',
  territory: 'ES',
  iana: ['Europe/Madrid', 'Africa/Ceuta']
}, {
  windowsName: 'Romance Standard Time',
  territory: 'FR',
  iana: ['Europe/Paris']
}, {
  windowsName: 'Central European Standard Time',
  territory: '001',
  iana: ['Europe/Warsaw']
}, {
  windowsName: 'Central European Standard Time',
  territory: 'BA',
  iana: ['Europe/Sarajevo']
}, {
  windowsName: 'Central European Standard Time',
  territory: 'HR',
  iana: ['Europe/Zagreb']
}, {
  windowsName: 'Central European Standard Time',
  territory: 'MK',
  iana: ['Europe/Skopje']
}, {
  windowsName: 'Central European Standard Time',
  territory: 'PL',
  iana: ['Europe/Warsaw']
}, {
  windowsName: 'W. Central Africa Standard Time',
  territory: '001',
  iana: ['Africa/Lagos']
}, {
  windowsName: 'W. Central Africa Standard Time',
  territory: 'AO',
  iana: ['Africa/Luanda']
}, {
  windowsName: 'W. Central Africa Standard Time',
  territory: 'BJ',
  iana: ['Africa/Porto-Novo']
}, {
  windowsName: 'W. Central Africa Standard Time',
  territory: 'CD',
  iana: ['Africa/Kinshasa']
}, {
  windowsName: 'W. Central Africa Standard Time',
  territory: 'CF',
  iana: ['Africa/Bangui']
}, {
  windowsName: 'W. Central Africa Standard Time',
  territory: 'CG',
  iana: ['Africa/Brazzaville']
}, {
  windowsName: 'W. Central Africa Standard Time',
  territory: 'CM',
  iana: ['Africa/Douala']
}, {
  windowsName: 'W. Central Africa Standard Time',
  territory: 'DZ',
  iana: ['Africa/Algiers']
}, {
  windowsName: 'W. Central Africa Standard Time',
  territory: 'GA',
  iana: ['Africa/Libreville']
}, {
  windowsName: 'W. Central Africa Standard Time',
  territory: 'GQ',
  iana: ['Africa/Malabo']
}, {
  windowsName: 'W. Central Africa Standard Time',
  territory: 'NE',
  iana: ['Africa/Niamey']
}, {
  windowsName: 'W. Central Africa Standard Time',
  territory: 'NG',
  iana: ['Africa/Lagos']
}, {
  windowsName: 'W. Central Africa Standard Time',
  territory: 'TD',
  iana: ['Africa/Ndjamena']
}, {
  windowsName: 'W. Central Africa Standard Time',
  territory: 'TN',
  iana: ['Africa/Tunis']
}, {
  windowsName: 'W. Central Africa Standard Time',
  territory: 'ZZ',
  iana: ['Etc/GMT-1']
}, {
  windowsName: 'Jordan Standard Time',
  territory: '001',
  iana: ['Asia/Amman']
}, {
  windowsName: 'Jordan Standard Time',
  territory: 'JO',
  iana: ['Asia/Amman']
}, {
  windowsName: 'GTB Standard Time',
  territory: '001',
  iana: ['Europe/Bucharest']
}, {
  windowsName: 'GTB Standard Time',
  territory: 'CY',
  iana: ['Asia/Nicosia', 'Asia/Famagusta']
}, {
  windowsName: 'GTB Standard Time',
  territory: 'GR',
  iana: ['Europe/Athens']
}, {
  windowsName: 'GTB Standard Time',
  territory: 'RO',
  iana: ['Europe/Bucharest']
}, {
  windowsName: 'Middle East Standard Time',
  territory: '001',
  iana: ['Asia/Beirut']
}, {
  windowsName: 'Middle East Standard Time',
  territory: 'LB',
  iana: ['Asia/Beirut']
}, {
  windowsName: 'Egypt Standard Time',
  territory: '001',
  iana: ['Africa/Cairo']
}, {
  windowsName: 'Egypt Standard Time',
  territory: 'EG',
  iana: ['Africa/Cairo']
}, {
  windowsName: 'E. Europe Standard Time',
  territory: '001',
  iana: ['Europe/Chisinau']
}, {
  windowsName: 'E. Europe Standard Time',
  territory: 'MD',
  iana: ['Europe/Chisinau']
}, {
  windowsName: 'Syria Standard Time',
  territory: '001',
  iana: ['Asia/Damascus']
}, {
  windowsName: 'Syria Standard Time',
  territory: 'SY',
  iana: ['Asia/Damascus']
}, {
  windowsName: 'West Bank Standard Time',
  territory: '001',
  iana: ['Asia/Hebron']
}, {
  windowsName: 'West Bank Standard Time',
  territory: 'PS',
  iana: ['Asia/Hebron', 'Asia/Gaza']
}, {
  windowsName: 'South Africa Standard Time',
  territory: '001',
  iana: ['Africa/Johannesburg']
}, {
  windowsName: 'South Africa Standard Time',
  territory: 'BI',
  iana: ['Africa/Bujumbura']
}, {
  windowsName: 'South Africa Standard Time',
  territory: 'BW',
  iana: ['Africa/Gaborone']
}, {
  windowsName: 'South Africa Standard Time',
  territory: 'CD',
  iana: ['Africa/Lubumbashi']
}, {
  windowsName: 'South Africa Standard Time',
  territory: 'LS',
  iana: ['Africa/Maseru']
}, {
  windowsName: 'South Africa Standard Time',
  territory: 'MW',
  iana: ['Africa/Blantyre']
}, {
  windowsName: 'South Africa Standard Time',
  territory: 'MZ',
  iana: ['Africa/Maputo']
}, {
  windowsName: 'South Africa Standard Time',
  territory: 'RW',
  iana: ['Africa/Kigali']
}, {
  windowsName: 'South Africa Standard Time',
  territory: 'SZ',
  iana: ['Africa/Mbabane']
}, {
  windowsName: 'South Africa Standard Time',
  territory: 'ZA',
  iana: ['Africa/Johannesburg']
}, {
  windowsName: 'South Africa Standard Time',
  territory: 'ZM',
  iana: ['Africa/Lusaka']
}, {
  windowsName: 'South Africa Standard Time',
  territory: 'ZW',
  iana: ['Africa/Harare']
}, {
  windowsName: 'South Africa Standard Time',
  territory: 'ZZ',
  iana: ['Etc/GMT-2']
}, {
  windowsName: 'FLE Standard Time',
  territory: '001',
  iana: ['Europe/Kiev']
}, {
  windowsName: 'FLE Standard Time',
  territory: 'AX',
  iana: ['Europe/Mariehamn']
}, {
  windowsName: 'FLE Standard Time',
  territory: 'BG',
  iana: ['Europe/Sofia']
}, {
  windowsName: 'FLE Standard Time',
  territory: 'EE',
  iana: ['Europe/Tallinn']
}, {
  windowsName: 'FLE Standard Time',
  territory: 'FI',
  iana: ['Europe/Helsinki']
}, {
  windowsName: 'FLE Standard Time',
  territory: 'LT',
  iana: ['Europe/Vilnius']
}, {
  windowsName: 'FLE Standard Time',
  territory: 'LV',
  iana: ['Europe/Riga']
}, {
  windowsName: 'FLE Standard Time',
  territory: 'UA',
  iana: ['Europe/Kiev', 'Europe/Uzhgorod', 'Europe/Zaporozhye']
}, {
  windowsName: 'Israel Standard Time',
  territory: '001',
  iana: ['Asia/Jerusalem']
}, {
  windowsName: 'Israel Standard Time',
  territory: 'IL',
  iana: ['Asia/Jerusalem']
}, {
  windowsName: 'South Sudan Standard Time',
  territory: '001',
  iana: ['Africa/Juba']
}, {
  windowsName: 'South Sudan Standard Time',
  territory: 'SS',
  iana: ['Africa/Juba']
}, {
  windowsName: 'Kaliningrad Standard Time',
  territory: '001',
  iana: ['Europe/Kaliningrad']
}, {
  windowsName: 'Kaliningrad Standard Time',
  territory: 'RU',
  iana: ['Europe/Kaliningrad']
}, {
  windowsName: 'Sudan Standard Time',
  territory: '001',
  iana: ['Africa/Khartoum']
}, {
  windowsName: 'Sudan Standard Time',
  territory: 'SD',
  iana: ['Africa/Khartoum']
}, {
  windowsName: 'Libya Standard Time',
  territory: '001',
  iana: ['Africa/Tripoli']
}, {
  windowsName: 'Libya Standard Time',
  territory: 'LY',
  iana: ['Africa/Tripoli']
}, {
  windowsName: 'Namibia Standard Time',
  territory: '001',
  iana: ['Africa/Windhoek']
}, {
  windowsName: 'Namibia Standard Time',
  territory: 'NA',
  iana: ['Africa/Windhoek']
}, {
  windowsName: 'Arabic Standard Time',
  territory: '001',
  iana: ['Asia/Baghdad']
}, {
  windowsName: 'Arabic Standard Time',
  territory: 'IQ',
  iana: ['Asia/Baghdad']
}, {
  windowsName: 'Turkey Standard Time',
  territory: '001',
  iana: ['Europe/Istanbul']
}, {
  windowsName: 'Turkey Standard Time',
  territory: 'TR',
  iana: ['Europe/Istanbul']
}, {
  windowsName: 'Arab Standard Time',
  territory: '001',
  iana: ['Asia/Riyadh']
}, {
  windowsName: 'Arab Standard Time',
  territory: 'BH',
  iana: ['Asia/Bahrain']
}, {
  windowsName: 'Arab Standard Time',
  territory: 'KW',
  iana: ['Asia/Kuwait']
}, {
  windowsName: 'Arab Standard Time',
  territory: 'QA',
  iana: ['Asia/Qatar']
}, {
  windowsName: 'Arab Standard Time',
  territory: 'SA',
  iana: ['Asia/Riyadh']
}, {
  windowsName: 'Arab Standard Time',
  territory: 'YE',
  iana: ['Asia/Aden']
}, {
  windowsName: 'Belarus Standard Time',
  territory: '001',
  iana: ['Europe/Minsk']
}, {
  windowsName: 'Belarus Standard Time',
  territory: 'BY',
  iana: ['Europe/Minsk']
}, {
  windowsName: 'Russian Standard Time',
  territory: '001',
  iana: ['Europe/Moscow']
}, {
  windowsName: 'Russian Standard Time',
  territory: 'RU',
  iana: ['Europe/Moscow', 'Europe/Kirov']
}, {
  windowsName: 'Russian Standard Time',
  territory: 'UA',
  iana: ['Europe/Simferopol']
}, {
  windowsName: 'E. Africa Standard Time',
  territory: '001',
  iana: ['Africa/Nairobi']
}, {
  windowsName: 'E. Africa Standard Time',
  territory: 'AQ',
  iana: ['Antarctica/Syowa']
}, {
  windowsName: 'E. Africa Standard Time',
  territory: 'DJ',
  iana: ['Africa/Djibouti']
}, {
  windowsName: 'E. Africa Standard Time',
  territory: 'ER',
  iana: ['Africa/Asmera']
}, {
  windowsName: 'E. Africa Standard Time',
  territory: 'ET',
  iana: ['Africa/Addis_Ababa']
}, {
  windowsName: 'E. Africa Standard Time',
  territory: 'KE',
  iana: ['Africa/Nairobi']
}, {
  windowsName: 'E. Africa Standard Time',
  territory: 'KM',
  iana: ['Indian/Comoro']
}, {
  windowsName: 'E. Africa Standard Time',
  territory: 'MG',
  iana: ['Indian/Antananarivo']
}, {
  windowsName: 'E. Africa Standard Time',
  territory: 'SO',
  iana: ['Africa/Mogadishu']
}, {
  windowsName: 'E. Africa Standard Time',
  territory: 'TZ',
  iana: ['Africa/Dar_es_Salaam']
}, {
  windowsName: 'E. Africa Standard Time',
  territory: 'UG',
  iana: ['Africa/Kampala']
}, {
  windowsName: 'E. Africa Standard Time',
  territory: 'YT',
  iana: ['Indian/Mayotte']
}, {
  windowsName: 'E. Africa Standard Time',
  territory: 'ZZ',
  iana: ['Etc/GMT-3']
}, {
  windowsName: 'Iran Standard Time',
  territory: '001',
  iana: ['Asia/Tehran']
}, {
  windowsName: 'Iran Standard Time',
  territory: 'IR',
  iana: ['Asia/Tehran']
}, {
  windowsName: 'Arabian Standard Time',
  territory: '001',
  iana: ['Asia/Dubai']
}, {
  windowsName: 'Arabian Standard Time',
  territory: 'AE',
  iana: ['Asia/Dubai']
}, {
  windowsName: 'Arabian Standard Time',
  territory: 'OM',
  iana: ['Asia/Muscat']
}, {
  windowsName: 'Arabian Standard Time',
  territory: 'ZZ',
  iana: ['Etc/GMT-4']
}, {
  windowsName: 'Astrakhan Standard Time',
  territory: '001',
  iana: ['Europe/Astrakhan']
}, {
  windowsName: 'Astrakhan Standard Time',
  territory: 'RU',
  iana: ['Europe/Astrakhan', 'Europe/Ulyanovsk']
}, {
  windowsName: 'Azerbaijan Standard Time',
  territory: '001',
  iana: ['Asia/Baku']
}, {
  windowsName: 'Azerbaijan Standard Time',
  territory: 'AZ',
  iana: ['Asia/Baku']
}, {
  windowsName: 'Russia Time Zone 3',
  territory: '001',
  iana: ['Europe/Samara']
}, {
  windowsName: 'Russia Time Zone 3',
  territory: 'RU',
  iana: ['Europe/Samara']
}, {
  windowsName: 'Mauritius Standard Time',
  territory: '001',
  iana: ['Indian/Mauritius']
}, {
  windowsName: 'Mauritius Standard Time',
  territory: 'MU',
  iana: ['Indian/Mauritius']
}, {
  windowsName: 'Mauritius Standard Time',
  territory: 'RE',
  iana: ['Indian/Reunion']
}, {
  windowsName: 'Mauritius Standard Time',
  territory: 'SC',
  iana: ['Indian/Mahe']
}, {
  windowsName: 'Saratov Standard Time',
  territory: '001',
  iana: ['Europe/Saratov']
}, {
  windowsName: 'Saratov Standard Time',
  territory: 'RU',
  iana: ['Europe/Saratov']
}, {
  windowsName: 'Georgian Standard Time',
  territory: '001',
  iana: ['Asia/Tbilisi']
}, {
  windowsName: 'Georgian Standard Time',
  territory: 'GE',
  iana: ['Asia/Tbilisi']
}, {
  windowsName: 'Volgograd Standard Time',
  territory: '001',
  iana: ['Europe/Volgograd']
}, {
  windowsName: 'Volgograd Standard Time',
  territory: 'RU',
  iana: ['Europe/Volgograd']
}, {
  windowsName: 'Caucasus Standard Time',
  territory: '001',
  iana: ['Asia/Yerevan']
}, {
  windowsName: 'Caucasus Standard Time',
  territory: 'AM',
  iana: ['Asia/Yerevan']
}, {
  windowsName: 'Afghanistan Standard Time',
  territory: '001',
  iana: ['Asia/Kabul']
}, {
  windowsName: 'Afghanistan Standard Time',
  territory: 'AF',
  iana: ['Asia/Kabul']
}, {
  windowsName: 'West Asia Standard Time',
  territory: '001',
  iana: ['Asia/Tashkent']
}, {
  windowsName: 'West Asia Standard Time',
  territory: 'AQ',
  iana: ['Antarctica/Mawson']
}, {
  windowsName: 'West Asia Standard Time',
  territory: 'KZ',
  iana: ['Asia/Oral', 'Asia/Aqtau', 'Asia/Aqtobe', 'Asia/Atyrau']
}, {
  windowsName: 'West Asia Standard Time',
  territory: 'MV',
  iana: ['Indian/Maldives']
}, {
  windowsName: 'West Asia Standard Time',
  territory: 'TF',
  iana: ['Indian/Kerguelen']
}, {
  windowsName: 'West Asia Standard Time',
  territory: 'TJ',
  iana: ['Asia/Dushanbe']
}, {
  windowsName: 'West Asia Standard Time',
  territory: 'TM',
  iana: ['Asia/Ashgabat']
}, {
  windowsName: 'West Asia Standard Time',
  territory: 'UZ',
  iana: ['Asia/Tashkent', 'Asia/Samarkand']
}, {
  windowsName: 'West Asia Standard Time',
  territory: 'ZZ',
  iana: ['Etc/GMT-5']
}, {
  windowsName: 'Ekaterinburg Standard Time',
  territory: '001',
  iana: ['Asia/Yekaterinburg']
}, {
  windowsName: 'Ekaterinburg Standard Time',
  territory: 'RU',
  iana: ['Asia/Yekaterinburg']
}, {
  windowsName: 'Pakistan Standard Time',
  territory: '001',
  iana: ['Asia/Karachi']
}, {
  windowsName: 'Pakistan Standard Time',
  territory: 'PK',
  iana: ['Asia/Karachi']
}, {
  windowsName: 'Qyzylorda Standard Time',
  territory: '001',
  iana: ['Asia/Qyzylorda']
}, {
  windowsName: 'Qyzylorda Standard Time',
  territory: 'KZ',
  iana: ['Asia/Qyzylorda']
}, {
  windowsName: 'India Standard Time',
  territory: '001',
  iana: ['Asia/Calcutta']
}, {
  windowsName: 'India Standard Time',
  territory: 'IN',
  iana: ['Asia/Calcutta']
}, {
  windowsName: 'Sri Lanka Standard Time',
  territory: '001',
  iana: ['Asia/Colombo']
}, {
  windowsName: 'Sri Lanka Standard Time',
  territory: 'LK',
  iana: ['Asia/Colombo']
}, {
  windowsName: 'Nepal Standard Time',
  territory: '001',
  iana: ['Asia/Katmandu']
}, {
  windowsName: 'Nepal Standard Time',
  territory: 'NP',
  iana: ['Asia/Katmandu']
}, {
  windowsName: 'Central Asia Standard Time',
  territory: '001',
  iana: ['Asia/Almaty']
}, {
  windowsName: 'Central Asia Standard Time',
  territory: 'AQ',
  iana: ['Antarctica/Vostok']
}, {
  windowsName: 'Central Asia Standard Time',
  territory: 'CN',
  iana: ['Asia/Urumqi']
}, {
  windowsName: 'Central Asia Standard Time',
  territory: 'IO',
  iana: ['Indian/Chagos']
}, {
  windowsName: 'Central Asia Standard Time',
  territory: 'KG',
  iana: ['Asia/Bishkek']
}, {
  windowsName: 'Central Asia Standard Time',
  territory: 'KZ',
  iana: ['Asia/Almaty', 'Asia/Qostanay']
}, {
  windowsName: 'Central Asia Standard Time',
  territory: 'ZZ',
  iana: ['Etc/GMT-6']
}, {
  windowsName: 'Bangladesh Standard Time',
  territory: '001',
  iana: ['Asia/Dhaka']
}, {
  windowsName: 'Bangladesh Standard Time',
  territory: 'BD',
  iana: ['Asia/Dhaka']
}, {
  windowsName: 'Bangladesh Standard Time',
  territory: 'BT',
  iana: ['Asia/Thimphu']
}, {
  windowsName: 'Omsk Standard Time',
  territory: '001',
  iana: ['Asia/Omsk']
}, {
  windowsName: 'Omsk Standard Time',
  territory: 'RU',
  iana: ['Asia/Omsk']
}, {
  windowsName: 'Myanmar Standard Time',
  territory: '001',
  iana: ['Asia/Rangoon']
}, {
  windowsName: 'Myanmar Standard Time',
  territory: 'CC',
  iana: ['Indian/Cocos']
}, {
  windowsName: 'Myanmar Standard Time',
  territory: 'MM',
  iana: ['Asia/Rangoon']
}, {
  windowsName: 'SE Asia Standard Time',
  territory: '001',
  iana: ['Asia/Bangkok']
}, {
  windowsName: 'SE Asia Standard Time',
  territory: 'AQ',
  iana: ['Antarctica/Davis']
}, {
  windowsName: 'SE Asia Standard Time',
  territory: 'CX',
  iana: ['Indian/Christmas']
}, {
  windowsName: 'SE Asia Standard Time',
  territory: 'ID',
  iana: ['Asia/Jakarta', 'Asia/Pontianak']
}, {
  windowsName: 'SE Asia Standard Time',
  territory: 'KH',
  iana: ['Asia/Phnom_Penh']
}, {
  windowsName: 'SE Asia Standard Time',
  territory: 'LA',
  iana: ['Asia/Vientiane']
}, {
  windowsName: 'SE Asia Standard Time',
  territory: 'TH',
  iana: ['Asia/Bangkok']
}, {
  windowsName: 'SE Asia Standard Time',
  territory: 'VN',
  iana: ['Asia/Saigon']
}, {
  windowsName: 'SE Asia Standard Time',
  territory: 'ZZ',
  iana: ['Etc/GMT-7']
}, {
  windowsName: 'Altai Standard Time',
  territory: '001',
  iana: ['Asia/Barnaul']
}, {
  windowsName: 'Altai Standard Time',
  territory: 'RU',
  iana: ['Asia/Barnaul']
}, {
  windowsName: 'W. Mongolia Standard Time',
  territory: '001',
  iana: ['Asia/Hovd']
}, {
  windowsName: 'W. Mongolia Standard Time',
  territory: 'MN',
  iana: ['Asia/Hovd']
}, {
  windowsName: 'North Asia Standard Time',
  territory: '001',
  iana: ['Asia/Krasnoyarsk']
}, {
  windowsName: 'North Asia Standard Time',
  territory: 'RU',
  iana: ['Asia/Krasnoyarsk', 'Asia/Novokuznetsk']
}, {
  windowsName: 'N. Central Asia Standard Time',
  territory: '001',
  iana: ['Asia/Novosibirsk']
}, {
  windowsName: 'N. Central Asia Standard Time',
  territory: 'RU',
  iana: ['Asia/Novosibirsk']
}, {
  windowsName: 'Tomsk Standard Time',
  territory: '001',
  iana: ['Asia/Tomsk']
}, {
  windowsName: 'Tomsk Standard Time',
  territory: 'RU',
  iana: ['Asia/Tomsk']
}, {
  windowsName: 'China Standard Time',
  territory: '001',
  iana: ['Asia/Shanghai']
}, {
  windowsName: 'China Standard Time',
  territory: 'CN',
  iana: ['Asia/Shanghai']
}, {
  windowsName: 'China Standard Time',
  territory: 'HK',
  iana: ['Asia/Hong_Kong']
}, {
  windowsName: 'China Standard Time',
  territory: 'MO',
  iana: ['Asia/Macau']
}, {
  windowsName: 'North Asia East Standard Time',
  territory: '001',
  iana: ['Asia/Irkutsk']
}, {
  windowsName: 'North Asia East Standard Time',
  territory: 'RU',
  iana: ['Asia/Irkutsk']
}, {
  windowsName: 'Singapore Standard Time',
  territory: '001',
  iana: ['Asia/Singapore']
}, {
  windowsName: 'Singapore Standard Time',
  territory: 'BN',
  iana: ['Asia/Brunei']
}, {
  windowsName: 'Singapore Standard Time',
  territory: 'ID',
  iana: ['Asia/Makassar']
}, {
  windowsName: 'Singapore Standard Time',
  territory: 'MY',
  iana: ['Asia/Kuala_Lumpur', 'Asia/Kuching']
}, {
  windowsName: 'Singapore Standard Time',
  territory: 'PH',
  iana: ['Asia/Manila']
}, {
  windowsName: 'Singapore Standard Time',
  territory: 'SG',
  iana: ['Asia/Singapore']
}, {
  windowsName: 'Singapore Standard Time',
  territory: 'ZZ',
  iana: ['Etc/GMT-8']
}, {
  windowsName: 'W. Australia Standard Time',
  territory: '001',
  iana: ['Australia/Perth']
}, {
  windowsName: 'W. Australia Standard Time',
  territory: 'AU',
  iana: ['Australia/Perth']
}, {
  windowsName: 'Taipei Standard Time',
  territory: '001',
  iana: ['Asia/Taipei']
}, {
  windowsName: 'Taipei Standard Time',
  territory: 'TW',
  iana: ['Asia/Taipei']
}, {
  windowsName: 'Ulaanbaatar Standard Time',
  territory: '001',
  iana: ['Asia/Ulaanbaatar']
}, {
  windowsName: 'Ulaanbaatar Standard Time',
  territory: 'MN',
  iana: ['Asia/Ulaanbaatar', 'Asia/Choibalsan']
}, {
  windowsName: 'Aus Central W. Standard Time',
  territory: '001',
  iana: ['Australia/Eucla']
}, {
  windowsName: 'Aus Central W. Standard Time',
  territory: 'AU',
  iana: ['Australia/Eucla']
}, {
  windowsName: 'Transbaikal Standard Time',
  territory: '001',
  iana: ['Asia/Chita']
}, {
  windowsName: 'Transbaikal Standard Time',
  territory: 'RU',
  iana: ['Asia/Chita']
}, {
  windowsName: 'Tokyo Standard Time',
  territory: '001',
  iana: ['Asia/Tokyo']
}, {
  windowsName: 'Tokyo Standard Time',
  territory: 'ID',
  iana: ['Asia/Jayapura']
}, {
  windowsName: 'Tokyo Standard Time',
  territory: 'JP',
  iana: ['Asia/Tokyo']
}, {
  windowsName: 'Tokyo Standard Time',
  territory: 'PW',
  iana: ['Pacific/Palau']
}, {
  windowsName: 'Tokyo Standard Time',
  territory: 'TL',
  iana: ['Asia/Dili']
}, {
  windowsName: 'Tokyo Standard Time',
  territory: 'ZZ',
  iana: ['Etc/GMT-9']
}, {
  windowsName: 'North Korea Standard Time',
  territory: '001',
  iana: ['Asia/Pyongyang']
}, {
  windowsName: 'North Korea Standard Time',
  territory: 'KP',
  iana: ['Asia/Pyongyang']
}, {
  windowsName: 'Korea Standard Time',
  territory: '001',
  iana: ['Asia/Seoul']
}, {
  windowsName: 'Korea Standard Time',
  territory: 'KR',
  iana: ['Asia/Seoul']
}, {
  windowsName: 'Yakutsk Standard Time',
  territory: '001',
  iana: ['Asia/Yakutsk']
}, {
  windowsName: 'Yakutsk Standard Time',
  territory: 'RU',
  iana: ['Asia/Yakutsk', 'Asia/Khandyga']
}, {
  windowsName: 'Cen. Australia Standard Time',
  territory: '001',
  iana: ['Australia/Adelaide']
}, {
  windowsName: 'Cen. Australia Standard Time',
  territory: 'AU',
  iana: ['Australia/Adelaide', 'Australia/Broken_Hill']
}, {
  windowsName: 'AUS Central Standard Time',
  territory: '001',
  iana: ['Australia/Darwin']
}, {
  windowsName: 'AUS Central Standard Time',
  territory: 'AU',
  iana: ['Australia/Darwin']
}, {
  windowsName: 'E. Australia Standard Time',
  territory: '001',
  iana: ['Australia/Brisbane']
}, {
  windowsName: 'E. Australia Standard Time',
  territory: 'AU',
  iana: ['Australia/Brisbane', 'Australia/Lindeman']
}, {
  windowsName: 'AUS Eastern Standard Time',
  territory: '001',
  iana: ['Australia/Sydney']
}, {
  windowsName: 'AUS Eastern Standard Time',
  territory: 'AU',
  iana: ['Australia/Sydney', 'Australia/Melbourne']
}, {
  windowsName: 'West Pacific Standard Time',
  territory: '001',
  iana: ['Pacific/Port_Moresby']
}, {
  windowsName: 'West Pacific Standard Time',
  territory: 'AQ',
  iana: ['Antarctica/DumontDUrville']
}, {
  windowsName: 'West Pacific Standard Time',
  territory: 'FM',
  iana: ['Pacific/Truk']
}, {
  windowsName: 'West Pacific Standard Time',
  territory: 'GU',
  iana: ['Pacific/Guam']
}, {
  windowsName: 'West Pacific Standard Time',
  territory: 'MP',
  iana: ['Pacific/Saipan']
}, {
  windowsName: 'West Pacific Standard Time',
  territory: 'PG',
  iana: ['Pacific/Port_Moresby']
}, {
  windowsName: 'West Pacific Standard Time',
  territory: 'ZZ',
  iana: ['Etc/GMT-10']
}, {
  windowsName: 'Tasmania Standard Time',
  territory: '001',
  iana: ['Australia/Hobart']
}, {
  windowsName: 'Tasmania Standard Time',
  territory: 'AU',
  iana: ['Australia/Hobart', 'Australia/Currie', 'Antarctica/Macquarie']
}, {
  windowsName: 'Vladivostok Standard Time',
  territory: '001',
  iana: ['Asia/Vladivostok']
}, {
  windowsName: 'Vladivostok Standard Time',
  territory: 'RU',
  iana: ['Asia/Vladivostok', 'Asia/Ust-Nera']
}, {
  windowsName: 'Lord Howe Standard Time',
  territory: '001',
  iana: ['Australia/Lord_Howe']
}, {
  windowsName: 'Lord Howe Standard Time',
  territory: 'AU',
  iana: ['Australia/Lord_Howe']
}, {
  windowsName: 'Bougainville Standard Time',
  territory: '001',
  iana: ['Pacific/Bougainville']
}, {
  windowsName: 'Bougainville Standard Time',
  territory: 'PG',
  iana: ['Pacific/Bougainville']
}, {
  windowsName: 'Russia Time Zone 10',
  territory: '001',
  iana: ['Asia/Srednekolymsk']
}, {
  windowsName: 'Russia Time Zone 10',
  territory: 'RU',
  iana: ['Asia/Srednekolymsk']
}, {
  windowsName: 'Magadan Standard Time',
  territory: '001',
  iana: ['Asia/Magadan']
}, {
  windowsName: 'Magadan Standard Time',
  territory: 'RU',
  iana: ['Asia/Magadan']
}, {
  windowsName: 'Norfolk Standard Time',
  territory: '001',
  iana: ['Pacific/Norfolk']
}, {
  windowsName: 'Norfolk Standard Time',
  territory: 'NF',
  iana: ['Pacific/Norfolk']
}, {
  windowsName: 'Sakhalin Standard Time',
  territory: '001',
  iana: ['Asia/Sakhalin']
}, {
  windowsName: 'Sakhalin Standard Time',
  territory: 'RU',
  iana: ['Asia/Sakhalin']
}, {
  windowsName: 'Central Pacific Standard Time',
  territory: '001',
  iana: ['Pacific/Guadalcanal']
}, {
  windowsName: 'Central Pacific Standard Time',
  territory: 'AQ',
  iana: ['Antarctica/Casey']
}, {
  windowsName: 'Central Pacific Standard Time',
  territory: 'FM',
  iana: ['Pacific/Ponape', 'Pacific/Kosrae']
}, {
  windowsName: 'Central Pacific Standard Time',
  territory: 'NC',
  iana: ['Pacific/Noumea']
}, {
  windowsName: 'Central Pacific Standard Time',
  territory: 'SB',
  iana: ['Pacific/Guadalcanal']
}, {
  windowsName: 'Central Pacific Standard Time',
  territory: 'VU',
  iana: ['Pacific/Efate']
}, {
  windowsName: 'Central Pacific Standard Time',
  territory: 'ZZ',
  iana: ['Etc/GMT-11']
}, {
  windowsName: 'Russia Time Zone 11',
  territory: '001',
  iana: ['Asia/Kamchatka']
}, {
  windowsName: 'Russia Time Zone 11',
  territory: 'RU',
  iana: ['Asia/Kamchatka', 'Asia/Anadyr']
}, {
  windowsName: 'New Zealand Standard Time',
  territory: '001',
  iana: ['Pacific/Auckland']
}, {
  windowsName: 'New Zealand Standard Time',
  territory: 'AQ',
  iana: ['Antarctica/McMurdo']
}, {
  windowsName: 'New Zealand Standard Time',
  territory: 'NZ',
  iana: ['Pacific/Auckland']
}, {
  windowsName: 'UTC+12',
  territory: '001',
  iana: ['Etc/GMT-12']
}, {
  windowsName: 'UTC+12',
  territory: 'KI',
  iana: ['Pacific/Tarawa']
}, {
  windowsName: 'UTC+12',
  territory: 'MH',
  iana: ['Pacific/Majuro', 'Pacific/Kwajalein']
}, {
  windowsName: 'UTC+12',
  territory: 'NR',
  iana: ['Pacific/Nauru']
}, {
  windowsName: 'UTC+12',
  territory: 'TV',
  iana: ['Pacific/Funafuti']
}, {
  windowsName: 'UTC+12',
  territory: 'UM',
  iana: ['Pacific/Wake']
}, {
  windowsName: 'UTC+12',
  territory: 'WF',
  iana: ['Pacific/Wallis']
}, {
  windowsName: 'UTC+12',
  territory: 'ZZ',
  iana: ['Etc/GMT-12']
}, {
  windowsName: 'Fiji Standard Time',
  territory: '001',
  iana: ['Pacific/Fiji']
}, {
  windowsName: 'Fiji Standard Time',
  territory: 'FJ',
  iana: ['Pacific/Fiji']
}, {
  windowsName: 'Chatham Islands Standard Time',
  territory: '001',
  iana: ['Pacific/Chatham']
}, {
  windowsName: 'Chatham Islands Standard Time',
  territory: 'NZ',
  iana: ['Pacific/Chatham']
}, {
  windowsName: 'UTC+13',
  territory: '001',
  iana: ['Etc/GMT-13']
}, {
  windowsName: 'UTC+13',
  territory: 'KI',
  iana: ['Pacific/Enderbury']
}, {
  windowsName: 'UTC+13',
  territory: 'TK',
  iana: ['Pacific/Fakaofo']
}, {
  windowsName: 'UTC+13',
  territory: 'ZZ',
  iana: ['Etc/GMT-13']
}, {
  windowsName: 'Tonga Standard Time',
  territory: '001',
  iana: ['Pacific/Tongatapu']
}, {
  windowsName: 'Tonga Standard Time',
  territory: 'TO',
  iana: ['Pacific/Tongatapu']
}, {
  windowsName: 'Samoa Standard Time',
  territory: '001',
  iana: ['Pacific/Apia']
}, {
  windowsName: 'Samoa Standard Time',
  territory: 'WS',
  iana: ['Pacific/Apia']
}, {
  windowsName: 'Line Islands Standard Time',
  territory: '001',
  iana: ['Pacific/Kiritimati']
}, {
  windowsName: 'Line Islands Standard Time',
  territory: 'KI',
  iana: ['Pacific/Kiritimati']
}, {
  windowsName: 'Line Islands Standard Time',
  territory: 'ZZ',
  iana: ['Etc/GMT-14']
}];

function findIanaAliases(ianaTimeZone) {
  var result = new Set();
  IANA_ALIAS_MAP.filter(function (_ref) {
    var alias = _ref.alias;
    return alias.includes(ianaTimeZone);
  }).map(function (it) {
    return it.alias;
  }).flat().forEach(function (it) {
    result.add(it);
  });
  return Array.from(result);
}

function findIana(windowsTimeZone, territory) {
  var set = new Set();
  WINDOWS_TO_IANA_MAP.filter(function (it) {
    if (typeof territory === 'undefined') {
      return it.windowsName === windowsTimeZone;
    }

    return it.windowsName === windowsTimeZone && it.territory === territory;
  }).map(function (it) {
    return it.iana;
  }).flat().map(findIanaAliases).flat().forEach(function (alias) {
    set.add(alias);
  });
  return Array.from(set);
}

function findWindows(ianaTimeZone) {
  var aliases = findIanaAliases(ianaTimeZone);
  var result = new Set();
  WINDOWS_TO_IANA_MAP.filter(function (it) {
    return it.iana.find(function (it) {
      return aliases.includes(it);
    });
  }).forEach(function (entry) {
    result.add(entry.windowsName);
  });
  return Array.from(result);
}

__webpack_unused_export__ = IANA_ALIAS_MAP;
__webpack_unused_export__ = WINDOWS_TO_IANA_MAP;
exports.findIana = findIana;
__webpack_unused_export__ = findIanaAliases;
exports.findWindows = findWindows;
//# sourceMappingURL=windows-iana.cjs.development.js.map


/***/ }),

/***/ 54066:
/***/ ((__unused_webpack_module, exports) => {

var __webpack_unused_export__;
__webpack_unused_export__ = ({value:!0});var a=[{name:"adalv",description:"Andorra",alias:["Europe/Andorra"]},{name:"aedxb",description:"Dubai, United Arab Emirates",alias:["Asia/Dubai"]},{name:"afkbl",description:"Kabul, Afghanistan",alias:["Asia/Kabul"]},{name:"aganu",description:"Antigua",alias:["America/Antigua"]},{name:"aiaxa",description:"Anguilla",alias:["America/Anguilla"]},{name:"altia",description:"Tirane, Albania",alias:["Europe/Tirane"]},{name:"amevn",description:"Yerevan, Armenia",alias:["Asia/Yerevan"]},{name:"ancur",description:"Curaçao",alias:["America/Curacao"]},{name:"aolad",description:"Luanda, Angola",alias:["Africa/Luanda"]},{name:"aqcas",description:"Casey Station, Bailey Peninsula",alias:["Antarctica/Casey"]},{name:"aqdav",description:"Davis Station, Vestfold Hills",alias:["Antarctica/Davis"]},{name:"aqddu",description:"Dumont d'Urville Station, Terre Adélie",alias:["Antarctica/DumontDUrville"]},{name:"aqmaw",description:"Mawson Station, Holme Bay",alias:["Antarctica/Mawson"]},{name:"aqmcm",description:"McMurdo Station, Ross Island",alias:["Antarctica/McMurdo"]},{name:"aqplm",description:"Palmer Station, Anvers Island",alias:["Antarctica/Palmer"]},{name:"aqrot",description:"Rothera Station, Adelaide Island",alias:["Antarctica/Rothera"]},{name:"aqsyw",description:"Syowa Station, East Ongul Island",alias:["Antarctica/Syowa"]},{name:"aqtrl",description:"Troll Station, Queen Maud Land",alias:["Antarctica/Troll"]},{name:"aqvos",description:"Vostok Station, Lake Vostok",alias:["Antarctica/Vostok"]},{name:"arbue",description:"Buenos Aires, Argentina",alias:["America/Buenos_Aires","America/Argentina/Buenos_Aires"]},{name:"arcor",description:"Córdoba, Argentina",alias:["America/Cordoba","America/Argentina/Cordoba","America/Rosario"]},{name:"arctc",description:"Catamarca, Argentina",alias:["America/Catamarca","America/Argentina/Catamarca","America/Argentina/ComodRivadavia"]},{name:"arirj",description:"La Rioja, Argentina",alias:["America/Argentina/La_Rioja"]},{name:"arjuj",description:"Jujuy, Argentina",alias:["America/Jujuy","America/Argentina/Jujuy"]},{name:"arluq",description:"San Luis, Argentina",alias:["America/Argentina/San_Luis"]},{name:"armdz",description:"Mendoza, Argentina",alias:["America/Mendoza","America/Argentina/Mendoza"]},{name:"arrgl",description:"Río Gallegos, Argentina",alias:["America/Argentina/Rio_Gallegos"]},{name:"arsla",description:"Salta, Argentina",alias:["America/Argentina/Salta"]},{name:"artuc",description:"Tucumán, Argentina",alias:["America/Argentina/Tucuman"]},{name:"aruaq",description:"San Juan, Argentina",alias:["America/Argentina/San_Juan"]},{name:"arush",description:"Ushuaia, Argentina",alias:["America/Argentina/Ushuaia"]},{name:"asppg",description:"Pago Pago, American Samoa",alias:["Pacific/Pago_Pago","Pacific/Samoa","US/Samoa"]},{name:"atvie",description:"Vienna, Austria",alias:["Europe/Vienna"]},{name:"auadl",description:"Adelaide, Australia",alias:["Australia/Adelaide","Australia/South"]},{name:"aubhq",description:"Broken Hill, Australia",alias:["Australia/Broken_Hill","Australia/Yancowinna"]},{name:"aubne",description:"Brisbane, Australia",alias:["Australia/Brisbane","Australia/Queensland"]},{name:"audrw",description:"Darwin, Australia",alias:["Australia/Darwin","Australia/North"]},{name:"aueuc",description:"Eucla, Australia",alias:["Australia/Eucla"]},{name:"auhba",description:"Hobart, Australia",alias:["Australia/Hobart","Australia/Tasmania"]},{name:"aukns",description:"Currie, Australia",alias:["Australia/Currie"]},{name:"auldc",description:"Lindeman Island, Australia",alias:["Australia/Lindeman"]},{name:"auldh",description:"Lord Howe Island, Australia",alias:["Australia/Lord_Howe","Australia/LHI"]},{name:"aumel",description:"Melbourne, Australia",alias:["Australia/Melbourne","Australia/Victoria"]},{name:"aumqi",description:"Macquarie Island Station, Macquarie Island",alias:["Antarctica/Macquarie"]},{name:"auper",description:"Perth, Australia",alias:["Australia/Perth","Australia/West"]},{name:"ausyd",description:"Sydney, Australia",alias:["Australia/Sydney","Australia/ACT","Australia/Canberra","Australia/NSW"]},{name:"awaua",description:"Aruba",alias:["America/Aruba"]},{name:"azbak",description:"Baku, Azerbaijan",alias:["Asia/Baku"]},{name:"basjj",description:"Sarajevo, Bosnia and Herzegovina",alias:["Europe/Sarajevo"]},{name:"bbbgi",description:"Barbados",alias:["America/Barbados"]},{name:"bddac",description:"Dhaka, Bangladesh",alias:["Asia/Dhaka","Asia/Dacca"]},{name:"bebru",description:"Brussels, Belgium",alias:["Europe/Brussels"]},{name:"bfoua",description:"Ouagadougou, Burkina Faso",alias:["Africa/Ouagadougou"]},{name:"bgsof",description:"Sofia, Bulgaria",alias:["Europe/Sofia"]},{name:"bhbah",description:"Bahrain",alias:["Asia/Bahrain"]},{name:"bibjm",description:"Bujumbura, Burundi",alias:["Africa/Bujumbura"]},{name:"bjptn",description:"Porto-Novo, Benin",alias:["Africa/Porto-Novo"]},{name:"bmbda",description:"Bermuda",alias:["Atlantic/Bermuda"]},{name:"bnbwn",description:"Brunei",alias:["Asia/Brunei"]},{name:"bolpb",description:"La Paz, Bolivia",alias:["America/La_Paz"]},{name:"bqkra",description:"Bonaire, Sint Estatius and Saba",alias:["America/Kralendijk"]},{name:"braux",description:"Araguaína, Brazil",alias:["America/Araguaina"]},{name:"brbel",description:"Belém, Brazil",alias:["America/Belem"]},{name:"brbvb",description:"Boa Vista, Brazil",alias:["America/Boa_Vista"]},{name:"brcgb",description:"Cuiabá, Brazil",alias:["America/Cuiaba"]},{name:"brcgr",description:"Campo Grande, Brazil",alias:["America/Campo_Grande"]},{name:"brern",description:"Eirunepé, Brazil",alias:["America/Eirunepe"]},{name:"brfen",description:"Fernando de Noronha, Brazil",alias:["America/Noronha","Brazil/DeNoronha"]},{name:"brfor",description:"Fortaleza, Brazil",alias:["America/Fortaleza"]},{name:"brmao",description:"Manaus, Brazil",alias:["America/Manaus","Brazil/West"]},{name:"brmcz",description:"Maceió, Brazil",alias:["America/Maceio"]},{name:"brpvh",description:"Porto Velho, Brazil",alias:["America/Porto_Velho"]},{name:"brrbr",description:"Rio Branco, Brazil",alias:["America/Rio_Branco","America/Porto_Acre","Brazil/Acre"]},{name:"brrec",description:"Recife, Brazil",alias:["America/Recife"]},{name:"brsao",description:"São Paulo, Brazil",alias:["America/Sao_Paulo","Brazil/East"]},{name:"brssa",description:"Bahia, Brazil",alias:["America/Bahia"]},{name:"brstm",description:"Santarém, Brazil",alias:["America/Santarem"]},{name:"bsnas",description:"Nassau, Bahamas",alias:["America/Nassau"]},{name:"btthi",description:"Thimphu, Bhutan",alias:["Asia/Thimphu","Asia/Thimbu"]},{name:"bwgbe",description:"Gaborone, Botswana",alias:["Africa/Gaborone"]},{name:"bymsq",description:"Minsk, Belarus",alias:["Europe/Minsk"]},{name:"bzbze",description:"Belize",alias:["America/Belize"]},{name:"cacfq",description:"Creston, Canada",alias:["America/Creston"]},{name:"caedm",description:"Edmonton, Canada",alias:["America/Edmonton","Canada/Mountain"]},{name:"caffs",description:"Rainy River, Canada",alias:["America/Rainy_River"]},{name:"cafne",description:"Fort Nelson, Canada",alias:["America/Fort_Nelson"]},{name:"caglb",description:"Glace Bay, Canada",alias:["America/Glace_Bay"]},{name:"cagoo",description:"Goose Bay, Canada",alias:["America/Goose_Bay"]},{name:"cahal",description:"Halifax, Canada",alias:["America/Halifax","Canada/Atlantic"]},{name:"caiql",description:"Iqaluit, Canada",alias:["America/Iqaluit"]},{name:"camon",description:"Moncton, Canada",alias:["America/Moncton"]},{name:"capnt",description:"Pangnirtung, Canada",alias:["America/Pangnirtung"]},{name:"careb",description:"Resolute, Canada",alias:["America/Resolute"]},{name:"careg",description:"Regina, Canada",alias:["America/Regina","Canada/East-Saskatchewan","Canada/Saskatchewan"]},{name:"casjf",description:"St. John's, Canada",alias:["America/St_Johns","Canada/Newfoundland"]},{name:"canpg",description:"Nipigon, Canada",alias:["America/Nipigon"]},{name:"cathu",description:"Thunder Bay, Canada",alias:["America/Thunder_Bay"]},{name:"cator",description:"Toronto, Canada",alias:["America/Toronto","Canada/Eastern"]},{name:"cavan",description:"Vancouver, Canada",alias:["America/Vancouver","Canada/Pacific"]},{name:"cawnp",description:"Winnipeg, Canada",alias:["America/Winnipeg","Canada/Central"]},{name:"caybx",description:"Blanc-Sablon, Canada",alias:["America/Blanc-Sablon"]},{name:"caycb",description:"Cambridge Bay, Canada",alias:["America/Cambridge_Bay"]},{name:"cayda",description:"Dawson, Canada",alias:["America/Dawson"]},{name:"caydq",description:"Dawson Creek, Canada",alias:["America/Dawson_Creek"]},{name:"cayek",description:"Rankin Inlet, Canada",alias:["America/Rankin_Inlet"]},{name:"cayev",description:"Inuvik, Canada",alias:["America/Inuvik"]},{name:"cayxy",description:"Whitehorse, Canada",alias:["America/Whitehorse","Canada/Yukon"]},{name:"cayyn",description:"Swift Current, Canada",alias:["America/Swift_Current"]},{name:"cayzf",description:"Yellowknife, Canada",alias:["America/Yellowknife"]},{name:"cayzs",description:"Atikokan, Canada",alias:["America/Coral_Harbour","America/Atikokan"]},{name:"cccck",description:"Cocos (Keeling) Islands",alias:["Indian/Cocos"]},{name:"cdfbm",description:"Lubumbashi, Democratic Republic of the Congo",alias:["Africa/Lubumbashi"]},{name:"cdfih",description:"Kinshasa, Democratic Republic of the Congo",alias:["Africa/Kinshasa"]},{name:"cfbgf",description:"Bangui, Central African Republic",alias:["Africa/Bangui"]},{name:"cgbzv",description:"Brazzaville, Republic of the Congo",alias:["Africa/Brazzaville"]},{name:"chzrh",description:"Zurich, Switzerland",alias:["Europe/Zurich"]},{name:"ciabj",description:"Abidjan, Côte d'Ivoire",alias:["Africa/Abidjan"]},{name:"ckrar",description:"Rarotonga, Cook Islands",alias:["Pacific/Rarotonga"]},{name:"clipc",description:"Easter Island, Chile",alias:["Pacific/Easter","Chile/EasterIsland"]},{name:"clpuq",description:"Punta Arenas, Chile",alias:["America/Punta_Arenas"]},{name:"clscl",description:"Santiago, Chile",alias:["America/Santiago","Chile/Continental"]},{name:"cmdla",description:"Douala, Cameroon",alias:["Africa/Douala"]},{name:"cnsha",description:"Shanghai, China",alias:["Asia/Shanghai","Asia/Chongqing","Asia/Chungking","Asia/Harbin","PRC"]},{name:"cnurc",description:"Ürümqi, China",alias:["Asia/Urumqi","Asia/Kashgar"]},{name:"cobog",description:"Bogotá, Colombia",alias:["America/Bogota"]},{name:"crsjo",description:"Costa Rica",alias:["America/Costa_Rica"]},{name:"cst6cdt",description:"POSIX style time zone for US Central Time",alias:["CST6CDT"]},{name:"cuhav",description:"Havana, Cuba",alias:["America/Havana","Cuba"]},{name:"cvrai",description:"Cape Verde",alias:["Atlantic/Cape_Verde"]},{name:"cxxch",description:"Christmas Island",alias:["Indian/Christmas"]},{name:"cyfmg",description:"Famagusta, Cyprus",alias:["Asia/Famagusta"]},{name:"cynic",description:"Nicosia, Cyprus",alias:["Asia/Nicosia","Europe/Nicosia"]},{name:"czprg",description:"Prague, Czech Republic",alias:["Europe/Prague"]},{name:"deber",description:"Berlin, Germany",alias:["Europe/Berlin"]},{name:"debsngn",description:"Busingen, Germany",alias:["Europe/Busingen"]},{name:"djjib",description:"Djibouti",alias:["Africa/Djibouti"]},{name:"dkcph",description:"Copenhagen, Denmark",alias:["Europe/Copenhagen"]},{name:"dmdom",description:"Dominica",alias:["America/Dominica"]},{name:"dosdq",description:"Santo Domingo, Dominican Republic",alias:["America/Santo_Domingo"]},{name:"dzalg",description:"Algiers, Algeria",alias:["Africa/Algiers"]},{name:"ecgps",description:"Galápagos Islands, Ecuador",alias:["Pacific/Galapagos"]},{name:"ecgye",description:"Guayaquil, Ecuador",alias:["America/Guayaquil"]},{name:"eetll",description:"Tallinn, Estonia",alias:["Europe/Tallinn"]},{name:"egcai",description:"Cairo, Egypt",alias:["Africa/Cairo","Egypt"]},{name:"eheai",description:"El Aaiún, Western Sahara",alias:["Africa/El_Aaiun"]},{name:"erasm",description:"Asmara, Eritrea",alias:["Africa/Asmera","Africa/Asmara"]},{name:"esceu",description:"Ceuta, Spain",alias:["Africa/Ceuta"]},{name:"eslpa",description:"Canary Islands, Spain",alias:["Atlantic/Canary"]},{name:"esmad",description:"Madrid, Spain",alias:["Europe/Madrid"]},{name:"est5edt",description:"POSIX style time zone for US Eastern Time",alias:["EST5EDT"]},{name:"etadd",description:"Addis Ababa, Ethiopia",alias:["Africa/Addis_Ababa"]},{name:"fihel",description:"Helsinki, Finland",alias:["Europe/Helsinki"]},{name:"fimhq",description:"Mariehamn, Åland, Finland",alias:["Europe/Mariehamn"]},{name:"fjsuv",description:"Fiji",alias:["Pacific/Fiji"]},{name:"fkpsy",description:"Stanley, Falkland Islands",alias:["Atlantic/Stanley"]},{name:"fmksa",description:"Kosrae, Micronesia",alias:["Pacific/Kosrae"]},{name:"fmpni",description:"Pohnpei, Micronesia",alias:["Pacific/Ponape","Pacific/Pohnpei"]},{name:"fmtkk",description:"Chuuk, Micronesia",alias:["Pacific/Truk","Pacific/Chuuk","Pacific/Yap"]},{name:"fotho",description:"Faroe Islands",alias:["Atlantic/Faeroe","Atlantic/Faroe"]},{name:"frpar",description:"Paris, France",alias:["Europe/Paris"]},{name:"galbv",description:"Libreville, Gabon",alias:["Africa/Libreville"]},{name:"gazastrp",description:"Gaza Strip, Palestinian Territories",alias:["Asia/Gaza"]},{name:"gblon",description:"London, United Kingdom",alias:["Europe/London","Europe/Belfast","GB","GB-Eire"]},{name:"gdgnd",description:"Grenada",alias:["America/Grenada"]},{name:"getbs",description:"Tbilisi, Georgia",alias:["Asia/Tbilisi"]},{name:"gfcay",description:"Cayenne, French Guiana",alias:["America/Cayenne"]},{name:"gggci",description:"Guernsey",alias:["Europe/Guernsey"]},{name:"ghacc",description:"Accra, Ghana",alias:["Africa/Accra"]},{name:"gigib",description:"Gibraltar",alias:["Europe/Gibraltar"]},{name:"gldkshvn",description:"Danmarkshavn, Greenland",alias:["America/Danmarkshavn"]},{name:"glgoh",description:"Nuuk (Godthåb), Greenland",alias:["America/Godthab","America/Nuuk"]},{name:"globy",description:"Ittoqqortoormiit (Scoresbysund), Greenland",alias:["America/Scoresbysund"]},{name:"glthu",description:"Qaanaaq (Thule), Greenland",alias:["America/Thule"]},{name:"gmbjl",description:"Banjul, Gambia",alias:["Africa/Banjul"]},{name:"gmt",description:"Greenwich Mean Time",alias:["Etc/GMT","Etc/GMT+0","Etc/GMT-0","Etc/GMT0","Etc/Greenwich","GMT","GMT+0","GMT-0","GMT0","Greenwich"]},{name:"gncky",description:"Conakry, Guinea",alias:["Africa/Conakry"]},{name:"gpbbr",description:"Guadeloupe",alias:["America/Guadeloupe"]},{name:"gpmsb",description:"Marigot, Saint Martin",alias:["America/Marigot"]},{name:"gpsbh",description:"Saint Barthélemy",alias:["America/St_Barthelemy"]},{name:"gqssg",description:"Malabo, Equatorial Guinea",alias:["Africa/Malabo"]},{name:"grath",description:"Athens, Greece",alias:["Europe/Athens"]},{name:"gsgrv",description:"South Georgia and the South Sandwich Islands",alias:["Atlantic/South_Georgia"]},{name:"gtgua",description:"Guatemala",alias:["America/Guatemala"]},{name:"gugum",description:"Guam",alias:["Pacific/Guam"]},{name:"gwoxb",description:"Bissau, Guinea-Bissau",alias:["Africa/Bissau"]},{name:"gygeo",description:"Guyana",alias:["America/Guyana"]},{name:"hebron",description:"West Bank, Palestinian Territories",alias:["Asia/Hebron"]},{name:"hkhkg",description:"Hong Kong SAR China",alias:["Asia/Hong_Kong","Hongkong"]},{name:"hntgu",description:"Tegucigalpa, Honduras",alias:["America/Tegucigalpa"]},{name:"hrzag",description:"Zagreb, Croatia",alias:["Europe/Zagreb"]},{name:"htpap",description:"Port-au-Prince, Haiti",alias:["America/Port-au-Prince"]},{name:"hubud",description:"Budapest, Hungary",alias:["Europe/Budapest"]},{name:"iddjj",description:"Jayapura, Indonesia",alias:["Asia/Jayapura"]},{name:"idjkt",description:"Jakarta, Indonesia",alias:["Asia/Jakarta"]},{name:"idmak",description:"Makassar, Indonesia",alias:["Asia/Makassar","Asia/Ujung_Pandang"]},{name:"idpnk",description:"Pontianak, Indonesia",alias:["Asia/Pontianak"]},{name:"iedub",description:"Dublin, Ireland",alias:["Europe/Dublin","Eire"]},{name:"imdgs",description:"Isle of Man",alias:["Europe/Isle_of_Man"]},{name:"inccu",description:"Kolkata, India",alias:["Asia/Calcutta","Asia/Kolkata"]},{name:"iodga",description:"Chagos Archipelago",alias:["Indian/Chagos"]},{name:"iqbgw",description:"Baghdad, Iraq",alias:["Asia/Baghdad"]},{name:"irthr",description:"Tehran, Iran",alias:["Asia/Tehran","Iran"]},{name:"isrey",description:"Reykjavik, Iceland",alias:["Atlantic/Reykjavik","Iceland"]},{name:"itrom",description:"Rome, Italy",alias:["Europe/Rome"]},{name:"jeruslm",description:"Jerusalem",alias:["Asia/Jerusalem","Asia/Tel_Aviv","Israel"]},{name:"jesth",description:"Jersey",alias:["Europe/Jersey"]},{name:"jmkin",description:"Jamaica",alias:["America/Jamaica","Jamaica"]},{name:"joamm",description:"Amman, Jordan",alias:["Asia/Amman"]},{name:"jptyo",description:"Tokyo, Japan",alias:["Asia/Tokyo","Japan"]},{name:"kenbo",description:"Nairobi, Kenya",alias:["Africa/Nairobi"]},{name:"kgfru",description:"Bishkek, Kyrgyzstan",alias:["Asia/Bishkek"]},{name:"khpnh",description:"Phnom Penh, Cambodia",alias:["Asia/Phnom_Penh"]},{name:"kicxi",description:"Kiritimati, Kiribati",alias:["Pacific/Kiritimati"]},{name:"kipho",description:"Enderbury Island, Kiribati",alias:["Pacific/Enderbury"]},{name:"kitrw",description:"Tarawa, Kiribati",alias:["Pacific/Tarawa"]},{name:"kmyva",description:"Comoros",alias:["Indian/Comoro"]},{name:"knbas",description:"Saint Kitts",alias:["America/St_Kitts"]},{name:"kpfnj",description:"Pyongyang, North Korea",alias:["Asia/Pyongyang"]},{name:"krsel",description:"Seoul, South Korea",alias:["Asia/Seoul","ROK"]},{name:"kwkwi",description:"Kuwait",alias:["Asia/Kuwait"]},{name:"kygec",description:"Cayman Islands",alias:["America/Cayman"]},{name:"kzaau",description:"Aqtau, Kazakhstan",alias:["Asia/Aqtau"]},{name:"kzakx",description:"Aqtobe, Kazakhstan",alias:["Asia/Aqtobe"]},{name:"kzala",description:"Almaty, Kazakhstan",alias:["Asia/Almaty"]},{name:"kzguw",description:"Atyrau (Guryev), Kazakhstan",alias:["Asia/Atyrau"]},{name:"kzksn",description:"Qostanay (Kostanay), Kazakhstan",alias:["Asia/Qostanay"]},{name:"kzkzo",description:"Kyzylorda, Kazakhstan",alias:["Asia/Qyzylorda"]},{name:"kzura",description:"Oral, Kazakhstan",alias:["Asia/Oral"]},{name:"lavte",description:"Vientiane, Laos",alias:["Asia/Vientiane"]},{name:"lbbey",description:"Beirut, Lebanon",alias:["Asia/Beirut"]},{name:"lccas",description:"Saint Lucia",alias:["America/St_Lucia"]},{name:"livdz",description:"Vaduz, Liechtenstein",alias:["Europe/Vaduz"]},{name:"lkcmb",description:"Colombo, Sri Lanka",alias:["Asia/Colombo"]},{name:"lrmlw",description:"Monrovia, Liberia",alias:["Africa/Monrovia"]},{name:"lsmsu",description:"Maseru, Lesotho",alias:["Africa/Maseru"]},{name:"ltvno",description:"Vilnius, Lithuania",alias:["Europe/Vilnius"]},{name:"lulux",description:"Luxembourg",alias:["Europe/Luxembourg"]},{name:"lvrix",description:"Riga, Latvia",alias:["Europe/Riga"]},{name:"lytip",description:"Tripoli, Libya",alias:["Africa/Tripoli","Libya"]},{name:"macas",description:"Casablanca, Morocco",alias:["Africa/Casablanca"]},{name:"mcmon",description:"Monaco",alias:["Europe/Monaco"]},{name:"mdkiv",description:"Chişinău, Moldova",alias:["Europe/Chisinau","Europe/Tiraspol"]},{name:"metgd",description:"Podgorica, Montenegro",alias:["Europe/Podgorica"]},{name:"mgtnr",description:"Antananarivo, Madagascar",alias:["Indian/Antananarivo"]},{name:"mhkwa",description:"Kwajalein, Marshall Islands",alias:["Pacific/Kwajalein","Kwajalein"]},{name:"mhmaj",description:"Majuro, Marshall Islands",alias:["Pacific/Majuro"]},{name:"mkskp",description:"Skopje, Macedonia",alias:["Europe/Skopje"]},{name:"mlbko",description:"Bamako, Mali",alias:["Africa/Bamako","Africa/Timbuktu"]},{name:"mmrgn",description:"Yangon (Rangoon), Burma",alias:["Asia/Rangoon","Asia/Yangon"]},{name:"mncoq",description:"Choibalsan, Mongolia",alias:["Asia/Choibalsan"]},{name:"mnhvd",description:"Khovd (Hovd), Mongolia",alias:["Asia/Hovd"]},{name:"mnuln",description:"Ulaanbaatar (Ulan Bator), Mongolia",alias:["Asia/Ulaanbaatar","Asia/Ulan_Bator"]},{name:"momfm",description:"Macau SAR China",alias:["Asia/Macau","Asia/Macao"]},{name:"mpspn",description:"Saipan, Northern Mariana Islands",alias:["Pacific/Saipan"]},{name:"mqfdf",description:"Martinique",alias:["America/Martinique"]},{name:"mrnkc",description:"Nouakchott, Mauritania",alias:["Africa/Nouakchott"]},{name:"msmni",description:"Montserrat",alias:["America/Montserrat"]},{name:"mst7mdt",description:"POSIX style time zone for US Mountain Time",alias:["MST7MDT"]},{name:"mtmla",description:"Malta",alias:["Europe/Malta"]},{name:"muplu",description:"Mauritius",alias:["Indian/Mauritius"]},{name:"mvmle",description:"Maldives",alias:["Indian/Maldives"]},{name:"mwblz",description:"Blantyre, Malawi",alias:["Africa/Blantyre"]},{name:"mxchi",description:"Chihuahua, Mexico",alias:["America/Chihuahua"]},{name:"mxcun",description:"Cancún, Mexico",alias:["America/Cancun"]},{name:"mxhmo",description:"Hermosillo, Mexico",alias:["America/Hermosillo"]},{name:"mxmam",description:"Matamoros, Mexico",alias:["America/Matamoros"]},{name:"mxmex",description:"Mexico City, Mexico",alias:["America/Mexico_City","Mexico/General"]},{name:"mxmid",description:"Mérida, Mexico",alias:["America/Merida"]},{name:"mxmty",description:"Monterrey, Mexico",alias:["America/Monterrey"]},{name:"mxmzt",description:"Mazatlán, Mexico",alias:["America/Mazatlan","Mexico/BajaSur"]},{name:"mxoji",description:"Ojinaga, Mexico",alias:["America/Ojinaga"]},{name:"mxpvr",description:"Bahía de Banderas, Mexico",alias:["America/Bahia_Banderas"]},{name:"mxstis",description:"Santa Isabel (Baja California), Mexico",alias:["America/Santa_Isabel"]},{name:"mxtij",description:"Tijuana, Mexico",alias:["America/Tijuana","America/Ensenada","Mexico/BajaNorte"]},{name:"mykch",description:"Kuching, Malaysia",alias:["Asia/Kuching"]},{name:"mykul",description:"Kuala Lumpur, Malaysia",alias:["Asia/Kuala_Lumpur"]},{name:"mzmpm",description:"Maputo, Mozambique",alias:["Africa/Maputo"]},{name:"nawdh",description:"Windhoek, Namibia",alias:["Africa/Windhoek"]},{name:"ncnou",description:"Noumea, New Caledonia",alias:["Pacific/Noumea"]},{name:"nenim",description:"Niamey, Niger",alias:["Africa/Niamey"]},{name:"nfnlk",description:"Norfolk Island",alias:["Pacific/Norfolk"]},{name:"nglos",description:"Lagos, Nigeria",alias:["Africa/Lagos"]},{name:"nimga",description:"Managua, Nicaragua",alias:["America/Managua"]},{name:"nlams",description:"Amsterdam, Netherlands",alias:["Europe/Amsterdam"]},{name:"noosl",description:"Oslo, Norway",alias:["Europe/Oslo"]},{name:"npktm",description:"Kathmandu, Nepal",alias:["Asia/Katmandu","Asia/Kathmandu"]},{name:"nrinu",description:"Nauru",alias:["Pacific/Nauru"]},{name:"nuiue",description:"Niue",alias:["Pacific/Niue"]},{name:"nzakl",description:"Auckland, New Zealand",alias:["Pacific/Auckland","Antarctica/South_Pole","NZ"]},{name:"nzcht",description:"Chatham Islands, New Zealand",alias:["Pacific/Chatham","NZ-CHAT"]},{name:"ommct",description:"Muscat, Oman",alias:["Asia/Muscat"]},{name:"papty",description:"Panama",alias:["America/Panama"]},{name:"pelim",description:"Lima, Peru",alias:["America/Lima"]},{name:"pfgmr",description:"Gambiera Islands, French Polynesia",alias:["Pacific/Gambier"]},{name:"pfnhv",description:"Marquesas Islands, French Polynesia",alias:["Pacific/Marquesas"]},{name:"pfppt",description:"Tahiti, French Polynesia",alias:["Pacific/Tahiti"]},{name:"pgpom",description:"Port Moresby, Papua New Guinea",alias:["Pacific/Port_Moresby"]},{name:"pgraw",description:"Bougainville, Papua New Guinea",alias:["Pacific/Bougainville"]},{name:"phmnl",description:"Manila, Philippines",alias:["Asia/Manila"]},{name:"pkkhi",description:"Karachi, Pakistan",alias:["Asia/Karachi"]},{name:"plwaw",description:"Warsaw, Poland",alias:["Europe/Warsaw","Poland"]},{name:"pmmqc",description:"Saint Pierre and Miquelon",alias:["America/Miquelon"]},{name:"pnpcn",description:"Pitcairn Islands",alias:["Pacific/Pitcairn"]},{name:"prsju",description:"Puerto Rico",alias:["America/Puerto_Rico"]},{name:"pst8pdt",description:"POSIX style time zone for US Pacific Time",alias:["PST8PDT"]},{name:"ptfnc",description:"Madeira, Portugal",alias:["Atlantic/Madeira"]},{name:"ptlis",description:"Lisbon, Portugal",alias:["Europe/Lisbon","Portugal"]},{name:"ptpdl",description:"Azores, Portugal",alias:["Atlantic/Azores"]},{name:"pwror",description:"Palau",alias:["Pacific/Palau"]},{name:"pyasu",description:"Asunción, Paraguay",alias:["America/Asuncion"]},{name:"qadoh",description:"Qatar",alias:["Asia/Qatar"]},{name:"rereu",description:"Réunion",alias:["Indian/Reunion"]},{name:"robuh",description:"Bucharest, Romania",alias:["Europe/Bucharest"]},{name:"rsbeg",description:"Belgrade, Serbia",alias:["Europe/Belgrade"]},{name:"ruasf",description:"Astrakhan, Russia",alias:["Europe/Astrakhan"]},{name:"rubax",description:"Barnaul, Russia",alias:["Asia/Barnaul"]},{name:"ruchita",description:"Chita Zabaykalsky, Russia",alias:["Asia/Chita"]},{name:"rudyr",description:"Anadyr, Russia",alias:["Asia/Anadyr"]},{name:"rugdx",description:"Magadan, Russia",alias:["Asia/Magadan"]},{name:"ruikt",description:"Irkutsk, Russia",alias:["Asia/Irkutsk"]},{name:"rukgd",description:"Kaliningrad, Russia",alias:["Europe/Kaliningrad"]},{name:"rukhndg",description:"Khandyga Tomponsky, Russia",alias:["Asia/Khandyga"]},{name:"rukra",description:"Krasnoyarsk, Russia",alias:["Asia/Krasnoyarsk"]},{name:"rukuf",description:"Samara, Russia",alias:["Europe/Samara"]},{name:"rukvx",description:"Kirov, Russia",alias:["Europe/Kirov"]},{name:"rumow",description:"Moscow, Russia",alias:["Europe/Moscow","W-SU"]},{name:"runoz",description:"Novokuznetsk, Russia",alias:["Asia/Novokuznetsk"]},{name:"ruoms",description:"Omsk, Russia",alias:["Asia/Omsk"]},{name:"ruovb",description:"Novosibirsk, Russia",alias:["Asia/Novosibirsk"]},{name:"rupkc",description:"Kamchatka Peninsula, Russia",alias:["Asia/Kamchatka"]},{name:"rurtw",description:"Saratov, Russia",alias:["Europe/Saratov"]},{name:"rusred",description:"Srednekolymsk, Russia",alias:["Asia/Srednekolymsk"]},{name:"rutof",description:"Tomsk, Russia",alias:["Asia/Tomsk"]},{name:"ruuly",description:"Ulyanovsk, Russia",alias:["Europe/Ulyanovsk"]},{name:"ruunera",description:"Ust-Nera Oymyakonsky, Russia",alias:["Asia/Ust-Nera"]},{name:"ruuus",description:"Sakhalin, Russia",alias:["Asia/Sakhalin"]},{name:"ruvog",description:"Volgograd, Russia",alias:["Europe/Volgograd"]},{name:"ruvvo",description:"Vladivostok, Russia",alias:["Asia/Vladivostok"]},{name:"ruyek",description:"Yekaterinburg, Russia",alias:["Asia/Yekaterinburg"]},{name:"ruyks",description:"Yakutsk, Russia",alias:["Asia/Yakutsk"]},{name:"rwkgl",description:"Kigali, Rwanda",alias:["Africa/Kigali"]},{name:"saruh",description:"Riyadh, Saudi Arabia",alias:["Asia/Riyadh"]},{name:"sbhir",description:"Guadalcanal, Solomon Islands",alias:["Pacific/Guadalcanal"]},{name:"scmaw",description:"Mahé, Seychelles",alias:["Indian/Mahe"]},{name:"sdkrt",description:"Khartoum, Sudan",alias:["Africa/Khartoum"]},{name:"sesto",description:"Stockholm, Sweden",alias:["Europe/Stockholm"]},{name:"sgsin",description:"Singapore",alias:["Asia/Singapore","Singapore"]},{name:"shshn",description:"Saint Helena",alias:["Atlantic/St_Helena"]},{name:"silju",description:"Ljubljana, Slovenia",alias:["Europe/Ljubljana"]},{name:"sjlyr",description:"Longyearbyen, Svalbard",alias:["Arctic/Longyearbyen","Atlantic/Jan_Mayen"]},{name:"skbts",description:"Bratislava, Slovakia",alias:["Europe/Bratislava"]},{name:"slfna",description:"Freetown, Sierra Leone",alias:["Africa/Freetown"]},{name:"smsai",description:"San Marino",alias:["Europe/San_Marino"]},{name:"sndkr",description:"Dakar, Senegal",alias:["Africa/Dakar"]},{name:"somgq",description:"Mogadishu, Somalia",alias:["Africa/Mogadishu"]},{name:"srpbm",description:"Paramaribo, Suriname",alias:["America/Paramaribo"]},{name:"ssjub",description:"Juba, South Sudan",alias:["Africa/Juba"]},{name:"sttms",description:"São Tomé, São Tomé and Príncipe",alias:["Africa/Sao_Tome"]},{name:"svsal",description:"El Salvador",alias:["America/El_Salvador"]},{name:"sxphi",description:"Sint Maarten",alias:["America/Lower_Princes"]},{name:"sydam",description:"Damascus, Syria",alias:["Asia/Damascus"]},{name:"szqmn",description:"Mbabane, Swaziland",alias:["Africa/Mbabane"]},{name:"tcgdt",description:"Grand Turk, Turks and Caicos Islands",alias:["America/Grand_Turk"]},{name:"tdndj",description:"N'Djamena, Chad",alias:["Africa/Ndjamena"]},{name:"tfpfr",description:"Kerguelen Islands, French Southern Territories",alias:["Indian/Kerguelen"]},{name:"tglfw",description:"Lomé, Togo",alias:["Africa/Lome"]},{name:"thbkk",description:"Bangkok, Thailand",alias:["Asia/Bangkok"]},{name:"tjdyu",description:"Dushanbe, Tajikistan",alias:["Asia/Dushanbe"]},{name:"tkfko",description:"Fakaofo, Tokelau",alias:["Pacific/Fakaofo"]},{name:"tldil",description:"Dili, East Timor",alias:["Asia/Dili"]},{name:"tmasb",description:"Ashgabat, Turkmenistan",alias:["Asia/Ashgabat","Asia/Ashkhabad"]},{name:"tntun",description:"Tunis, Tunisia",alias:["Africa/Tunis"]},{name:"totbu",description:"Tongatapu, Tonga",alias:["Pacific/Tongatapu"]},{name:"trist",description:"Istanbul, Turkey",alias:["Europe/Istanbul","Asia/Istanbul","Turkey"]},{name:"ttpos",description:"Port of Spain, Trinidad and Tobago",alias:["America/Port_of_Spain"]},{name:"tvfun",description:"Funafuti, Tuvalu",alias:["Pacific/Funafuti"]},{name:"twtpe",description:"Taipei, Taiwan",alias:["Asia/Taipei","ROC"]},{name:"tzdar",description:"Dar es Salaam, Tanzania",alias:["Africa/Dar_es_Salaam"]},{name:"uaiev",description:"Kiev, Ukraine",alias:["Europe/Kiev"]},{name:"uaozh",description:"Zaporizhia (Zaporozhye), Ukraine",alias:["Europe/Zaporozhye"]},{name:"uasip",description:"Simferopol, Ukraine",alias:["Europe/Simferopol"]},{name:"uauzh",description:"Uzhhorod (Uzhgorod), Ukraine",alias:["Europe/Uzhgorod"]},{name:"ugkla",description:"Kampala, Uganda",alias:["Africa/Kampala"]},{name:"umawk",description:"Wake Island, U.S. Minor Outlying Islands",alias:["Pacific/Wake"]},{name:"umjon",description:"Johnston Atoll, U.S. Minor Outlying Islands",alias:["Pacific/Johnston"]},{name:"ummdy",description:"Midway Islands, U.S. Minor Outlying Islands",alias:["Pacific/Midway"]},{name:"unk",description:"Unknown time zone",alias:["Etc/Unknown"]},{name:"usadk",description:"Adak (Alaska), United States",alias:["America/Adak","America/Atka","US/Aleutian"]},{name:"usaeg",description:"Marengo (Indiana), United States",alias:["America/Indiana/Marengo"]},{name:"usanc",description:"Anchorage, United States",alias:["America/Anchorage","US/Alaska"]},{name:"usboi",description:"Boise (Idaho), United States",alias:["America/Boise"]},{name:"uschi",description:"Chicago, United States",alias:["America/Chicago","US/Central"]},{name:"usden",description:"Denver, United States",alias:["America/Denver","America/Shiprock","Navajo","US/Mountain"]},{name:"usdet",description:"Detroit, United States",alias:["America/Detroit","US/Michigan"]},{name:"ushnl",description:"Honolulu, United States",alias:["Pacific/Honolulu","US/Hawaii"]},{name:"usind",description:"Indianapolis, United States",alias:["America/Indianapolis","America/Fort_Wayne","America/Indiana/Indianapolis","US/East-Indiana"]},{name:"usinvev",description:"Vevay (Indiana), United States",alias:["America/Indiana/Vevay"]},{name:"usjnu",description:"Juneau (Alaska), United States",alias:["America/Juneau"]},{name:"usknx",description:"Knox (Indiana), United States",alias:["America/Indiana/Knox","America/Knox_IN","US/Indiana-Starke"]},{name:"uslax",description:"Los Angeles, United States",alias:["America/Los_Angeles","US/Pacific","US/Pacific-New"]},{name:"uslui",description:"Louisville (Kentucky), United States",alias:["America/Louisville","America/Kentucky/Louisville"]},{name:"usmnm",description:"Menominee (Michigan), United States",alias:["America/Menominee"]},{name:"usmtm",description:"Metlakatla (Alaska), United States",alias:["America/Metlakatla"]},{name:"usmoc",description:"Monticello (Kentucky), United States",alias:["America/Kentucky/Monticello"]},{name:"usndcnt",description:"Center (North Dakota), United States",alias:["America/North_Dakota/Center"]},{name:"usndnsl",description:"New Salem (North Dakota), United States",alias:["America/North_Dakota/New_Salem"]},{name:"usnyc",description:"New York, United States",alias:["America/New_York","US/Eastern"]},{name:"usoea",description:"Vincennes (Indiana), United States",alias:["America/Indiana/Vincennes"]},{name:"usome",description:"Nome (Alaska), United States",alias:["America/Nome"]},{name:"usphx",description:"Phoenix, United States",alias:["America/Phoenix","US/Arizona"]},{name:"ussit",description:"Sitka (Alaska), United States",alias:["America/Sitka"]},{name:"ustel",description:"Tell City (Indiana), United States",alias:["America/Indiana/Tell_City"]},{name:"uswlz",description:"Winamac (Indiana), United States",alias:["America/Indiana/Winamac"]},{name:"uswsq",description:"Petersburg (Indiana), United States",alias:["America/Indiana/Petersburg"]},{name:"usxul",description:"Beulah (North Dakota), United States",alias:["America/North_Dakota/Beulah"]},{name:"usyak",description:"Yakutat (Alaska), United States",alias:["America/Yakutat"]},{name:"utc",description:"UTC (Coordinated Universal Time)",alias:["Etc/UTC","Etc/UCT","Etc/Universal","Etc/Zulu","UCT","UTC","Universal","Zulu"]},{name:"utce01",description:"1 hour ahead of UTC",alias:["Etc/GMT-1"]},{name:"utce02",description:"2 hours ahead of UTC",alias:["Etc/GMT-2"]},{name:"utce03",description:"3 hours ahead of UTC",alias:["Etc/GMT-3"]},{name:"utce04",description:"4 hours ahead of UTC",alias:["Etc/GMT-4"]},{name:"utce05",description:"5 hours ahead of UTC",alias:["Etc/GMT-5"]},{name:"utce06",description:"6 hours ahead of UTC",alias:["Etc/GMT-6"]},{name:"utce07",description:"7 hours ahead of UTC",alias:["Etc/GMT-7"]},{name:"utce08",description:"8 hours ahead of UTC",alias:["Etc/GMT-8"]},{name:"utce09",description:"9 hours ahead of UTC",alias:["Etc/GMT-9"]},{name:"utce10",description:"10 hours ahead of UTC",alias:["Etc/GMT-10"]},{name:"utce11",description:"11 hours ahead of UTC",alias:["Etc/GMT-11"]},{name:"utce12",description:"12 hours ahead of UTC",alias:["Etc/GMT-12"]},{name:"utce13",description:"13 hours ahead of UTC",alias:["Etc/GMT-13"]},{name:"utce14",description:"14 hours ahead of UTC",alias:["Etc/GMT-14"]},{name:"utcw01",description:"1 hour behind UTC",alias:["Etc/GMT+1"]},{name:"utcw02",description:"2 hours behind UTC",alias:["Etc/GMT+2"]},{name:"utcw03",description:"3 hours behind UTC",alias:["Etc/GMT+3"]},{name:"utcw04",description:"4 hours behind UTC",alias:["Etc/GMT+4"]},{name:"utcw05",description:"5 hours behind UTC",alias:["Etc/GMT+5","EST"]},{name:"utcw06",description:"6 hours behind UTC",alias:["Etc/GMT+6"]},{name:"utcw07",description:"7 hours behind UTC",alias:["Etc/GMT+7","MST"]},{name:"utcw08",description:"8 hours behind UTC",alias:["Etc/GMT+8"]},{name:"utcw09",description:"9 hours behind UTC",alias:["Etc/GMT+9"]},{name:"utcw10",description:"10 hours behind UTC",alias:["Etc/GMT+10","HST"]},{name:"utcw11",description:"11 hours behind UTC",alias:["Etc/GMT+11"]},{name:"utcw12",description:"12 hours behind UTC",alias:["Etc/GMT+12"]},{name:"uymvd",description:"Montevideo, Uruguay",alias:["America/Montevideo"]},{name:"uzskd",description:"Samarkand, Uzbekistan",alias:["Asia/Samarkand"]},{name:"uztas",description:"Tashkent, Uzbekistan",alias:["Asia/Tashkent"]},{name:"vavat",description:"Vatican City",alias:["Europe/Vatican"]},{name:"vcsvd",description:"Saint Vincent, Saint Vincent and the Grenadines",alias:["America/St_Vincent"]},{name:"veccs",description:"Caracas, Venezuela",alias:["America/Caracas"]},{name:"vgtov",description:"Tortola, British Virgin Islands",alias:["America/Tortola"]},{name:"vistt",description:"Saint Thomas, U.S. Virgin Islands",alias:["America/St_Thomas","America/Virgin"]},{name:"vnsgn",description:"Ho Chi Minh City, Vietnam",alias:["Asia/Saigon","Asia/Ho_Chi_Minh"]},{name:"vuvli",description:"Efate, Vanuatu",alias:["Pacific/Efate"]},{name:"wfmau",description:"Wallis Islands, Wallis and Futuna",alias:["Pacific/Wallis"]},{name:"wsapw",description:"Apia, Samoa",alias:["Pacific/Apia"]},{name:"yeade",description:"Aden, Yemen",alias:["Asia/Aden"]},{name:"ytmam",description:"Mayotte",alias:["Indian/Mayotte"]},{name:"zajnb",description:"Johannesburg, South Africa",alias:["Africa/Johannesburg"]},{name:"zmlun",description:"Lusaka, Zambia",alias:["Africa/Lusaka"]},{name:"zwhre",description:"Harare, Zimbabwe",alias:["Africa/Harare"]}],i=[{windowsName:"Dateline Standard Time",territory:"001",iana:["Etc/GMT+12"]},{windowsName:"Dateline Standard Time",territory:"ZZ",iana:["Etc/GMT+12"]},{windowsName:"UTC-11",territory:"001",iana:["Etc/GMT+11"]},{windowsName:"UTC-11",territory:"AS",iana:["Pacific/Pago_Pago"]},{windowsName:"UTC-11",territory:"NU",iana:["Pacific/Niue"]},{windowsName:"UTC-11",territory:"UM",iana:["Pacific/Midway"]},{windowsName:"UTC-11",territory:"ZZ",iana:["Etc/GMT+11"]},{windowsName:"Aleutian Standard Time",territory:"001",iana:["America/Adak"]},{windowsName:"Aleutian Standard Time",territory:"US",iana:["America/Adak"]},{windowsName:"Hawaiian Standard Time",territory:"001",iana:["Pacific/Honolulu"]},{windowsName:"Hawaiian Standard Time",territory:"CK",iana:["Pacific/Rarotonga"]},{windowsName:"Hawaiian Standard Time",territory:"PF",iana:["Pacific/Tahiti"]},{windowsName:"Hawaiian Standard Time",territory:"UM",iana:["Pacific/Johnston"]},{windowsName:"Hawaiian Standard Time",territory:"US",iana:["Pacific/Honolulu"]},{windowsName:"Hawaiian Standard Time",territory:"ZZ",iana:["Etc/GMT+10"]},{windowsName:"Marquesas Standard Time",territory:"001",iana:["Pacific/Marquesas"]},{windowsName:"Marquesas Standard Time",territory:"PF",iana:["Pacific/Marquesas"]},{windowsName:"Alaskan Standard Time",territory:"001",iana:["America/Anchorage"]},{windowsName:"Alaskan Standard Time",territory:"US",iana:["America/Anchorage","America/Juneau","America/Metlakatla","America/Nome","America/Sitka","America/Yakutat"]},{windowsName:"UTC-09",territory:"001",iana:["Etc/GMT+9"]},{windowsName:"UTC-09",territory:"PF",iana:["Pacific/Gambier"]},{windowsName:"UTC-09",territory:"ZZ",iana:["Etc/GMT+9"]},{windowsName:"Pacific Standard Time (Mexico)",territory:"001",iana:["America/Tijuana"]},{windowsName:"Pacific Standard Time (Mexico)",territory:"MX",iana:["America/Tijuana","America/Santa_Isabel"]},{windowsName:"UTC-08",territory:"001",iana:["Etc/GMT+8"]},{windowsName:"UTC-08",territory:"PN",iana:["Pacific/Pitcairn"]},{windowsName:"UTC-08",territory:"ZZ",iana:["Etc/GMT+8"]},{windowsName:"Pacific Standard Time",territory:"001",iana:["America/Los_Angeles"]},{windowsName:"Pacific Standard Time",territory:"CA",iana:["America/Vancouver"]},{windowsName:"Pacific Standard Time",territory:"US",iana:["America/Los_Angeles"]},{windowsName:"Pacific Standard Time",territory:"ZZ",iana:["PST8PDT"]},{windowsName:"US Mountain Standard Time",territory:"001",iana:["America/Phoenix"]},{windowsName:"US Mountain Standard Time",territory:"CA",iana:["America/Creston","America/Dawson_Creek","America/Fort_Nelson"]},{windowsName:"US Mountain Standard Time",territory:"MX",iana:["America/Hermosillo"]},{windowsName:"US Mountain Standard Time",territory:"US",iana:["America/Phoenix"]},{windowsName:"US Mountain Standard Time",territory:"ZZ",iana:["Etc/GMT+7"]},{windowsName:"Mountain Standard Time (Mexico)",territory:"001",iana:["America/Chihuahua"]},{windowsName:"Mountain Standard Time (Mexico)",territory:"MX",iana:["America/Chihuahua","America/Mazatlan"]},{windowsName:"Mountain Standard Time",territory:"001",iana:["America/Denver"]},{windowsName:"Mountain Standard Time",territory:"CA",iana:["America/Edmonton","America/Cambridge_Bay","America/Inuvik","America/Yellowknife"]},{windowsName:"Mountain Standard Time",territory:"MX",iana:["America/Ojinaga"]},{windowsName:"Mountain Standard Time",territory:"US",iana:["America/Denver","America/Boise"]},{windowsName:"Mountain Standard Time",territory:"ZZ",iana:["MST7MDT"]},{windowsName:"Yukon Standard Time",territory:"001",iana:["America/Whitehorse"]},{windowsName:"Yukon Standard Time",territory:"CA",iana:["America/Whitehorse","America/Dawson"]},{windowsName:"Central America Standard Time",territory:"001",iana:["America/Guatemala"]},{windowsName:"Central America Standard Time",territory:"BZ",iana:["America/Belize"]},{windowsName:"Central America Standard Time",territory:"CR",iana:["America/Costa_Rica"]},{windowsName:"Central America Standard Time",territory:"EC",iana:["Pacific/Galapagos"]},{windowsName:"Central America Standard Time",territory:"GT",iana:["America/Guatemala"]},{windowsName:"Central America Standard Time",territory:"HN",iana:["America/Tegucigalpa"]},{windowsName:"Central America Standard Time",territory:"NI",iana:["America/Managua"]},{windowsName:"Central America Standard Time",territory:"SV",iana:["America/El_Salvador"]},{windowsName:"Central America Standard Time",territory:"ZZ",iana:["Etc/GMT+6"]},{windowsName:"Central Standard Time",territory:"001",iana:["America/Chicago"]},{windowsName:"Central Standard Time",territory:"CA",iana:["America/Winnipeg","America/Rainy_River","America/Rankin_Inlet","America/Resolute"]},{windowsName:"Central Standard Time",territory:"MX",iana:["America/Matamoros"]},{windowsName:"Central Standard Time",territory:"US",iana:["America/Chicago","America/Indiana/Knox","America/Indiana/Tell_City","America/Menominee","America/North_Dakota/Beulah","America/North_Dakota/Center","America/North_Dakota/New_Salem"]},{windowsName:"Central Standard Time",territory:"ZZ",iana:["CST6CDT"]},{windowsName:"Easter Island Standard Time",territory:"001",iana:["Pacific/Easter"]},{windowsName:"Easter Island Standard Time",territory:"CL",iana:["Pacific/Easter"]},{windowsName:"Central Standard Time (Mexico)",territory:"001",iana:["America/Mexico_City"]},{windowsName:"Central Standard Time (Mexico)",territory:"MX",iana:["America/Mexico_City","America/Bahia_Banderas","America/Merida","America/Monterrey"]},{windowsName:"Canada Central Standard Time",territory:"001",iana:["America/Regina"]},{windowsName:"Canada Central Standard Time",territory:"CA",iana:["America/Regina","America/Swift_Current"]},{windowsName:"SA Pacific Standard Time",territory:"001",iana:["America/Bogota"]},{windowsName:"SA Pacific Standard Time",territory:"BR",iana:["America/Rio_Branco","America/Eirunepe"]},{windowsName:"SA Pacific Standard Time",territory:"CA",iana:["America/Coral_Harbour"]},{windowsName:"SA Pacific Standard Time",territory:"CO",iana:["America/Bogota"]},{windowsName:"SA Pacific Standard Time",territory:"EC",iana:["America/Guayaquil"]},{windowsName:"SA Pacific Standard Time",territory:"JM",iana:["America/Jamaica"]},{windowsName:"SA Pacific Standard Time",territory:"KY",iana:["America/Cayman"]},{windowsName:"SA Pacific Standard Time",territory:"PA",iana:["America/Panama"]},{windowsName:"SA Pacific Standard Time",territory:"PE",iana:["America/Lima"]},{windowsName:"SA Pacific Standard Time",territory:"ZZ",iana:["Etc/GMT+5"]},{windowsName:"Eastern Standard Time (Mexico)",territory:"001",iana:["America/Cancun"]},{windowsName:"Eastern Standard Time (Mexico)",territory:"MX",iana:["America/Cancun"]},{windowsName:"Eastern Standard Time",territory:"001",iana:["America/New_York"]},{windowsName:"Eastern Standard Time",territory:"BS",iana:["America/Nassau"]},{windowsName:"Eastern Standard Time",territory:"CA",iana:["America/Toronto","America/Iqaluit","America/Montreal","America/Nipigon","America/Pangnirtung","America/Thunder_Bay"]},{windowsName:"Eastern Standard Time",territory:"US",iana:["America/New_York","America/Detroit","America/Indiana/Petersburg","America/Indiana/Vincennes","America/Indiana/Winamac","America/Kentucky/Monticello","America/Louisville"]},{windowsName:"Eastern Standard Time",territory:"ZZ",iana:["EST5EDT"]},{windowsName:"Haiti Standard Time",territory:"001",iana:["America/Port-au-Prince"]},{windowsName:"Haiti Standard Time",territory:"HT",iana:["America/Port-au-Prince"]},{windowsName:"Cuba Standard Time",territory:"001",iana:["America/Havana"]},{windowsName:"Cuba Standard Time",territory:"CU",iana:["America/Havana"]},{windowsName:"US Eastern Standard Time",territory:"001",iana:["America/Indianapolis"]},{windowsName:"US Eastern Standard Time",territory:"US",iana:["America/Indianapolis","America/Indiana/Marengo","America/Indiana/Vevay"]},{windowsName:"Turks And Caicos Standard Time",territory:"001",iana:["America/Grand_Turk"]},{windowsName:"Turks And Caicos Standard Time",territory:"TC",iana:["America/Grand_Turk"]},{windowsName:"Paraguay Standard Time",territory:"001",iana:["America/Asuncion"]},{windowsName:"Paraguay Standard Time",territory:"PY",iana:["America/Asuncion"]},{windowsName:"Atlantic Standard Time",territory:"001",iana:["America/Halifax"]},{windowsName:"Atlantic Standard Time",territory:"BM",iana:["Atlantic/Bermuda"]},{windowsName:"Atlantic Standard Time",territory:"CA",iana:["America/Halifax","America/Glace_Bay","America/Goose_Bay","America/Moncton"]},{windowsName:"Atlantic Standard Time",territory:"GL",iana:["America/Thule"]},{windowsName:"Venezuela Standard Time",territory:"001",iana:["America/Caracas"]},{windowsName:"Venezuela Standard Time",territory:"VE",iana:["America/Caracas"]},{windowsName:"Central Brazilian Standard Time",territory:"001",iana:["America/Cuiaba"]},{windowsName:"Central Brazilian Standard Time",territory:"BR",iana:["America/Cuiaba","America/Campo_Grande"]},{windowsName:"SA Western Standard Time",territory:"001",iana:["America/La_Paz"]},{windowsName:"SA Western Standard Time",territory:"AG",iana:["America/Antigua"]},{windowsName:"SA Western Standard Time",territory:"AI",iana:["America/Anguilla"]},{windowsName:"SA Western Standard Time",territory:"AW",iana:["America/Aruba"]},{windowsName:"SA Western Standard Time",territory:"BB",iana:["America/Barbados"]},{windowsName:"SA Western Standard Time",territory:"BL",iana:["America/St_Barthelemy"]},{windowsName:"SA Western Standard Time",territory:"BO",iana:["America/La_Paz"]},{windowsName:"SA Western Standard Time",territory:"BQ",iana:["America/Kralendijk"]},{windowsName:"SA Western Standard Time",territory:"BR",iana:["America/Manaus","America/Boa_Vista","America/Porto_Velho"]},{windowsName:"SA Western Standard Time",territory:"CA",iana:["America/Blanc-Sablon"]},{windowsName:"SA Western Standard Time",territory:"CW",iana:["America/Curacao"]},{windowsName:"SA Western Standard Time",territory:"DM",iana:["America/Dominica"]},{windowsName:"SA Western Standard Time",territory:"DO",iana:["America/Santo_Domingo"]},{windowsName:"SA Western Standard Time",territory:"GD",iana:["America/Grenada"]},{windowsName:"SA Western Standard Time",territory:"GP",iana:["America/Guadeloupe"]},{windowsName:"SA Western Standard Time",territory:"GY",iana:["America/Guyana"]},{windowsName:"SA Western Standard Time",territory:"KN",iana:["America/St_Kitts"]},{windowsName:"SA Western Standard Time",territory:"LC",iana:["America/St_Lucia"]},{windowsName:"SA Western Standard Time",territory:"MF",iana:["America/Marigot"]},{windowsName:"SA Western Standard Time",territory:"MQ",iana:["America/Martinique"]},{windowsName:"SA Western Standard Time",territory:"MS",iana:["America/Montserrat"]},{windowsName:"SA Western Standard Time",territory:"PR",iana:["America/Puerto_Rico"]},{windowsName:"SA Western Standard Time",territory:"SX",iana:["America/Lower_Princes"]},{windowsName:"SA Western Standard Time",territory:"TT",iana:["America/Port_of_Spain"]},{windowsName:"SA Western Standard Time",territory:"VC",iana:["America/St_Vincent"]},{windowsName:"SA Western Standard Time",territory:"VG",iana:["America/Tortola"]},{windowsName:"SA Western Standard Time",territory:"VI",iana:["America/St_Thomas"]},{windowsName:"SA Western Standard Time",territory:"ZZ",iana:["Etc/GMT+4"]},{windowsName:"Pacific SA Standard Time",territory:"001",iana:["America/Santiago"]},{windowsName:"Pacific SA Standard Time",territory:"CL",iana:["America/Santiago"]},{windowsName:"Newfoundland Standard Time",territory:"001",iana:["America/St_Johns"]},{windowsName:"Newfoundland Standard Time",territory:"CA",iana:["America/St_Johns"]},{windowsName:"Tocantins Standard Time",territory:"001",iana:["America/Araguaina"]},{windowsName:"Tocantins Standard Time",territory:"BR",iana:["America/Araguaina"]},{windowsName:"E. South America Standard Time",territory:"001",iana:["America/Sao_Paulo"]},{windowsName:"E. South America Standard Time",territory:"BR",iana:["America/Sao_Paulo"]},{windowsName:"SA Eastern Standard Time",territory:"001",iana:["America/Cayenne"]},{windowsName:"SA Eastern Standard Time",territory:"AQ",iana:["Antarctica/Rothera","Antarctica/Palmer"]},{windowsName:"SA Eastern Standard Time",territory:"BR",iana:["America/Fortaleza","America/Belem","America/Maceio","America/Recife","America/Santarem"]},{windowsName:"SA Eastern Standard Time",territory:"FK",iana:["Atlantic/Stanley"]},{windowsName:"SA Eastern Standard Time",territory:"GF",iana:["America/Cayenne"]},{windowsName:"SA Eastern Standard Time",territory:"SR",iana:["America/Paramaribo"]},{windowsName:"SA Eastern Standard Time",territory:"ZZ",iana:["Etc/GMT+3"]},{windowsName:"Argentina Standard Time",territory:"001",iana:["America/Buenos_Aires"]},{windowsName:"Argentina Standard Time",territory:"AR",iana:["America/Buenos_Aires","America/Argentina/La_Rioja","America/Argentina/Rio_Gallegos","America/Argentina/Salta","America/Argentina/San_Juan","America/Argentina/San_Luis","America/Argentina/Tucuman","America/Argentina/Ushuaia","America/Catamarca","America/Cordoba","America/Jujuy","America/Mendoza"]},{windowsName:"Greenland Standard Time",territory:"001",iana:["America/Godthab"]},{windowsName:"Greenland Standard Time",territory:"GL",iana:["America/Godthab"]},{windowsName:"Montevideo Standard Time",territory:"001",iana:["America/Montevideo"]},{windowsName:"Montevideo Standard Time",territory:"UY",iana:["America/Montevideo"]},{windowsName:"Magallanes Standard Time",territory:"001",iana:["America/Punta_Arenas"]},{windowsName:"Magallanes Standard Time",territory:"CL",iana:["America/Punta_Arenas"]},{windowsName:"Saint Pierre Standard Time",territory:"001",iana:["America/Miquelon"]},{windowsName:"Saint Pierre Standard Time",territory:"PM",iana:["America/Miquelon"]},{windowsName:"Bahia Standard Time",territory:"001",iana:["America/Bahia"]},{windowsName:"Bahia Standard Time",territory:"BR",iana:["America/Bahia"]},{windowsName:"UTC-02",territory:"001",iana:["Etc/GMT+2"]},{windowsName:"UTC-02",territory:"BR",iana:["America/Noronha"]},{windowsName:"UTC-02",territory:"GS",iana:["Atlantic/South_Georgia"]},{windowsName:"UTC-02",territory:"ZZ",iana:["Etc/GMT+2"]},{windowsName:"Azores Standard Time",territory:"001",iana:["Atlantic/Azores"]},{windowsName:"Azores Standard Time",territory:"GL",iana:["America/Scoresbysund"]},{windowsName:"Azores Standard Time",territory:"PT",iana:["Atlantic/Azores"]},{windowsName:"Cape Verde Standard Time",territory:"001",iana:["Atlantic/Cape_Verde"]},{windowsName:"Cape Verde Standard Time",territory:"CV",iana:["Atlantic/Cape_Verde"]},{windowsName:"Cape Verde Standard Time",territory:"ZZ",iana:["Etc/GMT+1"]},{windowsName:"UTC",territory:"001",iana:["Etc/UTC"]},{windowsName:"UTC",territory:"ZZ",iana:["Etc/UTC","Etc/GMT"]},{windowsName:"GMT Standard Time",territory:"001",iana:["Europe/London"]},{windowsName:"GMT Standard Time",territory:"ES",iana:["Atlantic/Canary"]},{windowsName:"GMT Standard Time",territory:"FO",iana:["Atlantic/Faeroe"]},{windowsName:"GMT Standard Time",territory:"GB",iana:["Europe/London"]},{windowsName:"GMT Standard Time",territory:"GG",iana:["Europe/Guernsey"]},{windowsName:"GMT Standard Time",territory:"IE",iana:["Europe/Dublin"]},{windowsName:"GMT Standard Time",territory:"IM",iana:["Europe/Isle_of_Man"]},{windowsName:"GMT Standard Time",territory:"JE",iana:["Europe/Jersey"]},{windowsName:"GMT Standard Time",territory:"PT",iana:["Europe/Lisbon","Atlantic/Madeira"]},{windowsName:"Greenwich Standard Time",territory:"001",iana:["Atlantic/Reykjavik"]},{windowsName:"Greenwich Standard Time",territory:"BF",iana:["Africa/Ouagadougou"]},{windowsName:"Greenwich Standard Time",territory:"CI",iana:["Africa/Abidjan"]},{windowsName:"Greenwich Standard Time",territory:"GH",iana:["Africa/Accra"]},{windowsName:"Greenwich Standard Time",territory:"GL",iana:["America/Danmarkshavn"]},{windowsName:"Greenwich Standard Time",territory:"GM",iana:["Africa/Banjul"]},{windowsName:"Greenwich Standard Time",territory:"GN",iana:["Africa/Conakry"]},{windowsName:"Greenwich Standard Time",territory:"GW",iana:["Africa/Bissau"]},{windowsName:"Greenwich Standard Time",territory:"IS",iana:["Atlantic/Reykjavik"]},{windowsName:"Greenwich Standard Time",territory:"LR",iana:["Africa/Monrovia"]},{windowsName:"Greenwich Standard Time",territory:"ML",iana:["Africa/Bamako"]},{windowsName:"Greenwich Standard Time",territory:"MR",iana:["Africa/Nouakchott"]},{windowsName:"Greenwich Standard Time",territory:"SH",iana:["Atlantic/St_Helena"]},{windowsName:"Greenwich Standard Time",territory:"SL",iana:["Africa/Freetown"]},{windowsName:"Greenwich Standard Time",territory:"SN",iana:["Africa/Dakar"]},{windowsName:"Greenwich Standard Time",territory:"TG",iana:["Africa/Lome"]},{windowsName:"Sao Tome Standard Time",territory:"001",iana:["Africa/Sao_Tome"]},{windowsName:"Sao Tome Standard Time",territory:"ST",iana:["Africa/Sao_Tome"]},{windowsName:"Morocco Standard Time",territory:"001",iana:["Africa/Casablanca"]},{windowsName:"Morocco Standard Time",territory:"EH",iana:["Africa/El_Aaiun"]},{windowsName:"Morocco Standard Time",territory:"MA",iana:["Africa/Casablanca"]},{windowsName:"W. Europe Standard Time",territory:"001",iana:["Europe/Berlin"]},{windowsName:"W. Europe Standard Time",territory:"AD",iana:["Europe/Andorra"]},{windowsName:"W. Europe Standard Time",territory:"AT",iana:["Europe/Vienna"]},{windowsName:"W. Europe Standard Time",territory:"CH",iana:["Europe/Zurich"]},{windowsName:"W. Europe Standard Time",territory:"DE",iana:["Europe/Berlin","Europe/Busingen"]},{windowsName:"W. Europe Standard Time",territory:"GI",iana:["Europe/Gibraltar"]},{windowsName:"W. Europe Standard Time",territory:"IT",iana:["Europe/Rome"]},{windowsName:"W. Europe Standard Time",territory:"LI",iana:["Europe/Vaduz"]},{windowsName:"W. Europe Standard Time",territory:"LU",iana:["Europe/Luxembourg"]},{windowsName:"W. Europe Standard Time",territory:"MC",iana:["Europe/Monaco"]},{windowsName:"W. Europe Standard Time",territory:"MT",iana:["Europe/Malta"]},{windowsName:"W. Europe Standard Time",territory:"NL",iana:["Europe/Amsterdam"]},{windowsName:"W. Europe Standard Time",territory:"NO",iana:["Europe/Oslo"]},{windowsName:"W. Europe Standard Time",territory:"SE",iana:["Europe/Stockholm"]},{windowsName:"W. Europe Standard Time",territory:"SJ",iana:["Arctic/Longyearbyen"]},{windowsName:"W. Europe Standard Time",territory:"SM",iana:["Europe/San_Marino"]},{windowsName:"W. Europe Standard Time",territory:"VA",iana:["Europe/Vatican"]},{windowsName:"Central Europe Standard Time",territory:"001",iana:["Europe/Budapest"]},{windowsName:"Central Europe Standard Time",territory:"AL",iana:["Europe/Tirane"]},{windowsName:"Central Europe Standard Time",territory:"CZ",iana:["Europe/Prague"]},{windowsName:"Central Europe Standard Time",territory:"HU",iana:["Europe/Budapest"]},{windowsName:"Central Europe Standard Time",territory:"ME",iana:["Europe/Podgorica"]},{windowsName:"Central Europe Standard Time",territory:"RS",iana:["Europe/Belgrade"]},{windowsName:"Central Europe Standard Time",territory:"SI",iana:["Europe/Ljubljana"]},{windowsName:"Central Europe Standard Time",territory:"SK",iana:["Europe/Bratislava"]},{windowsName:"Romance Standard Time",territory:"001",iana:["Europe/Paris"]},{windowsName:"Romance Standard Time",territory:"BE",iana:["Europe/Brussels"]},{windowsName:"Romance Standard Time",territory:"DK",iana:["Europe/Copenhagen"]},{windowsName:"Romance Standard Time",territory:"ES",iana:["Europe/Madrid","Africa/Ceuta"]},{windowsName:"Romance Standard Time",territory:"FR",iana:["Europe/Paris"]},{windowsName:"Central European Standard Time",territory:"001",iana:["Europe/Warsaw"]},{windowsName:"Central European Standard Time",territory:"BA",iana:["Europe/Sarajevo"]},{windowsName:"Central European Standard Time",territory:"HR",iana:["Europe/Zagreb"]},{windowsName:"Central European Standard Time",territory:"MK",iana:["Europe/Skopje"]},{windowsName:"Central European Standard Time",territory:"PL",iana:["Europe/Warsaw"]},{windowsName:"W. Central Africa Standard Time",territory:"001",iana:["Africa/Lagos"]},{windowsName:"W. Central Africa Standard Time",territory:"AO",iana:["Africa/Luanda"]},{windowsName:"W. Central Africa Standard Time",territory:"BJ",iana:["Africa/Porto-Novo"]},{windowsName:"W. Central Africa Standard Time",territory:"CD",iana:["Africa/Kinshasa"]},{windowsName:"W. Central Africa Standard Time",territory:"CF",iana:["Africa/Bangui"]},{windowsName:"W. Central Africa Standard Time",territory:"CG",iana:["Africa/Brazzaville"]},{windowsName:"W. Central Africa Standard Time",territory:"CM",iana:["Africa/Douala"]},{windowsName:"W. Central Africa Standard Time",territory:"DZ",iana:["Africa/Algiers"]},{windowsName:"W. Central Africa Standard Time",territory:"GA",iana:["Africa/Libreville"]},{windowsName:"W. Central Africa Standard Time",territory:"GQ",iana:["Africa/Malabo"]},{windowsName:"W. Central Africa Standard Time",territory:"NE",iana:["Africa/Niamey"]},{windowsName:"W. Central Africa Standard Time",territory:"NG",iana:["Africa/Lagos"]},{windowsName:"W. Central Africa Standard Time",territory:"TD",iana:["Africa/Ndjamena"]},{windowsName:"W. Central Africa Standard Time",territory:"TN",iana:["Africa/Tunis"]},{windowsName:"W. Central Africa Standard Time",territory:"ZZ",iana:["Etc/GMT-1"]},{windowsName:"Jordan Standard Time",territory:"001",iana:["Asia/Amman"]},{windowsName:"Jordan Standard Time",territory:"JO",iana:["Asia/Amman"]},{windowsName:"GTB Standard Time",territory:"001",iana:["Europe/Bucharest"]},{windowsName:"GTB Standard Time",territory:"CY",iana:["Asia/Nicosia","Asia/Famagusta"]},{windowsName:"GTB Standard Time",territory:"GR",iana:["Europe/Athens"]},{windowsName:"GTB Standard Time",territory:"RO",iana:["Europe/Bucharest"]},{windowsName:"Middle East Standard Time",territory:"001",iana:["Asia/Beirut"]},{windowsName:"Middle East Standard Time",territory:"LB",iana:["Asia/Beirut"]},{windowsName:"Egypt Standard Time",territory:"001",iana:["Africa/Cairo"]},{windowsName:"Egypt Standard Time",territory:"EG",iana:["Africa/Cairo"]},{windowsName:"E. Europe Standard Time",territory:"001",iana:["Europe/Chisinau"]},{windowsName:"E. Europe Standard Time",territory:"MD",iana:["Europe/Chisinau"]},{windowsName:"Syria Standard Time",territory:"001",iana:["Asia/Damascus"]},{windowsName:"Syria Standard Time",territory:"SY",iana:["Asia/Damascus"]},{windowsName:"West Bank Standard Time",territory:"001",iana:["Asia/Hebron"]},{windowsName:"West Bank Standard Time",territory:"PS",iana:["Asia/Hebron","Asia/Gaza"]},{windowsName:"South Africa Standard Time",territory:"001",iana:["Africa/Johannesburg"]},{windowsName:"South Africa Standard Time",territory:"BI",iana:["Africa/Bujumbura"]},{windowsName:"South Africa Standard Time",territory:"BW",iana:["Africa/Gaborone"]},{windowsName:"South Africa Standard Time",territory:"CD",iana:["Africa/Lubumbashi"]},{windowsName:"South Africa Standard Time",territory:"LS",iana:["Africa/Maseru"]},{windowsName:"South Africa Standard Time",territory:"MW",iana:["Africa/Blantyre"]},{windowsName:"South Africa Standard Time",territory:"MZ",iana:["Africa/Maputo"]},{windowsName:"South Africa Standard Time",territory:"RW",iana:["Africa/Kigali"]},{windowsName:"South Africa Standard Time",territory:"SZ",iana:["Africa/Mbabane"]},{windowsName:"South Africa Standard Time",territory:"ZA",iana:["Africa/Johannesburg"]},{windowsName:"South Africa Standard Time",territory:"ZM",iana:["Africa/Lusaka"]},{windowsName:"South Africa Standard Time",territory:"ZW",iana:["Africa/Harare"]},{windowsName:"South Africa Standard Time",territory:"ZZ",iana:["Etc/GMT-2"]},{windowsName:"FLE Standard Time",territory:"001",iana:["Europe/Kiev"]},{windowsName:"FLE Standard Time",territory:"AX",iana:["Europe/Mariehamn"]},{windowsName:"FLE Standard Time",territory:"BG",iana:["Europe/Sofia"]},{windowsName:"FLE Standard Time",territory:"EE",iana:["Europe/Tallinn"]},{windowsName:"FLE Standard Time",territory:"FI",iana:["Europe/Helsinki"]},{windowsName:"FLE Standard Time",territory:"LT",iana:["Europe/Vilnius"]},{windowsName:"FLE Standard Time",territory:"LV",iana:["Europe/Riga"]},{windowsName:"FLE Standard Time",territory:"UA",iana:["Europe/Kiev","Europe/Uzhgorod","Europe/Zaporozhye"]},{windowsName:"Israel Standard Time",territory:"001",iana:["Asia/Jerusalem"]},{windowsName:"Israel Standard Time",territory:"IL",iana:["Asia/Jerusalem"]},{windowsName:"South Sudan Standard Time",territory:"001",iana:["Africa/Juba"]},{windowsName:"South Sudan Standard Time",territory:"SS",iana:["Africa/Juba"]},{windowsName:"Kaliningrad Standard Time",territory:"001",iana:["Europe/Kaliningrad"]},{windowsName:"Kaliningrad Standard Time",territory:"RU",iana:["Europe/Kaliningrad"]},{windowsName:"Sudan Standard Time",territory:"001",iana:["Africa/Khartoum"]},{windowsName:"Sudan Standard Time",territory:"SD",iana:["Africa/Khartoum"]},{windowsName:"Libya Standard Time",territory:"001",iana:["Africa/Tripoli"]},{windowsName:"Libya Standard Time",territory:"LY",iana:["Africa/Tripoli"]},{windowsName:"Namibia Standard Time",territory:"001",iana:["Africa/Windhoek"]},{windowsName:"Namibia Standard Time",territory:"NA",iana:["Africa/Windhoek"]},{windowsName:"Arabic Standard Time",territory:"001",iana:["Asia/Baghdad"]},{windowsName:"Arabic Standard Time",territory:"IQ",iana:["Asia/Baghdad"]},{windowsName:"Turkey Standard Time",territory:"001",iana:["Europe/Istanbul"]},{windowsName:"Turkey Standard Time",territory:"TR",iana:["Europe/Istanbul"]},{windowsName:"Arab Standard Time",territory:"001",iana:["Asia/Riyadh"]},{windowsName:"Arab Standard Time",territory:"BH",iana:["Asia/Bahrain"]},{windowsName:"Arab Standard Time",territory:"KW",iana:["Asia/Kuwait"]},{windowsName:"Arab Standard Time",territory:"QA",iana:["Asia/Qatar"]},{windowsName:"Arab Standard Time",territory:"SA",iana:["Asia/Riyadh"]},{windowsName:"Arab Standard Time",territory:"YE",iana:["Asia/Aden"]},{windowsName:"Belarus Standard Time",territory:"001",iana:["Europe/Minsk"]},{windowsName:"Belarus Standard Time",territory:"BY",iana:["Europe/Minsk"]},{windowsName:"Russian Standard Time",territory:"001",iana:["Europe/Moscow"]},{windowsName:"Russian Standard Time",territory:"RU",iana:["Europe/Moscow","Europe/Kirov"]},{windowsName:"Russian Standard Time",territory:"UA",iana:["Europe/Simferopol"]},{windowsName:"E. Africa Standard Time",territory:"001",iana:["Africa/Nairobi"]},{windowsName:"E. Africa Standard Time",territory:"AQ",iana:["Antarctica/Syowa"]},{windowsName:"E. Africa Standard Time",territory:"DJ",iana:["Africa/Djibouti"]},{windowsName:"E. Africa Standard Time",territory:"ER",iana:["Africa/Asmera"]},{windowsName:"E. Africa Standard Time",territory:"ET",iana:["Africa/Addis_Ababa"]},{windowsName:"E. Africa Standard Time",territory:"KE",iana:["Africa/Nairobi"]},{windowsName:"E. Africa Standard Time",territory:"KM",iana:["Indian/Comoro"]},{windowsName:"E. Africa Standard Time",territory:"MG",iana:["Indian/Antananarivo"]},{windowsName:"E. Africa Standard Time",territory:"SO",iana:["Africa/Mogadishu"]},{windowsName:"E. Africa Standard Time",territory:"TZ",iana:["Africa/Dar_es_Salaam"]},{windowsName:"E. Africa Standard Time",territory:"UG",iana:["Africa/Kampala"]},{windowsName:"E. Africa Standard Time",territory:"YT",iana:["Indian/Mayotte"]},{windowsName:"E. Africa Standard Time",territory:"ZZ",iana:["Etc/GMT-3"]},{windowsName:"Iran Standard Time",territory:"001",iana:["Asia/Tehran"]},{windowsName:"Iran Standard Time",territory:"IR",iana:["Asia/Tehran"]},{windowsName:"Arabian Standard Time",territory:"001",iana:["Asia/Dubai"]},{windowsName:"Arabian Standard Time",territory:"AE",iana:["Asia/Dubai"]},{windowsName:"Arabian Standard Time",territory:"OM",iana:["Asia/Muscat"]},{windowsName:"Arabian Standard Time",territory:"ZZ",iana:["Etc/GMT-4"]},{windowsName:"Astrakhan Standard Time",territory:"001",iana:["Europe/Astrakhan"]},{windowsName:"Astrakhan Standard Time",territory:"RU",iana:["Europe/Astrakhan","Europe/Ulyanovsk"]},{windowsName:"Azerbaijan Standard Time",territory:"001",iana:["Asia/Baku"]},{windowsName:"Azerbaijan Standard Time",territory:"AZ",iana:["Asia/Baku"]},{windowsName:"Russia Time Zone 3",territory:"001",iana:["Europe/Samara"]},{windowsName:"Russia Time Zone 3",territory:"RU",iana:["Europe/Samara"]},{windowsName:"Mauritius Standard Time",territory:"001",iana:["Indian/Mauritius"]},{windowsName:"Mauritius Standard Time",territory:"MU",iana:["Indian/Mauritius"]},{windowsName:"Mauritius Standard Time",territory:"RE",iana:["Indian/Reunion"]},{windowsName:"Mauritius Standard Time",territory:"SC",iana:["Indian/Mahe"]},{windowsName:"Saratov Standard Time",territory:"001",iana:["Europe/Saratov"]},{windowsName:"Saratov Standard Time",territory:"RU",iana:["Europe/Saratov"]},{windowsName:"Georgian Standard Time",territory:"001",iana:["Asia/Tbilisi"]},{windowsName:"Georgian Standard Time",territory:"GE",iana:["Asia/Tbilisi"]},{windowsName:"Volgograd Standard Time",territory:"001",iana:["Europe/Volgograd"]},{windowsName:"Volgograd Standard Time",territory:"RU",iana:["Europe/Volgograd"]},{windowsName:"Caucasus Standard Time",territory:"001",iana:["Asia/Yerevan"]},{windowsName:"Caucasus Standard Time",territory:"AM",iana:["Asia/Yerevan"]},{windowsName:"Afghanistan Standard Time",territory:"001",iana:["Asia/Kabul"]},{windowsName:"Afghanistan Standard Time",territory:"AF",iana:["Asia/Kabul"]},{windowsName:"West Asia Standard Time",territory:"001",iana:["Asia/Tashkent"]},{windowsName:"West Asia Standard Time",territory:"AQ",iana:["Antarctica/Mawson"]},{windowsName:"West Asia Standard Time",territory:"KZ",iana:["Asia/Oral","Asia/Aqtau","Asia/Aqtobe","Asia/Atyrau"]},{windowsName:"West Asia Standard Time",territory:"MV",iana:["Indian/Maldives"]},{windowsName:"West Asia Standard Time",territory:"TF",iana:["Indian/Kerguelen"]},{windowsName:"West Asia Standard Time",territory:"TJ",iana:["Asia/Dushanbe"]},{windowsName:"West Asia Standard Time",territory:"TM",iana:["Asia/Ashgabat"]},{windowsName:"West Asia Standard Time",territory:"UZ",iana:["Asia/Tashkent","Asia/Samarkand"]},{windowsName:"West Asia Standard Time",territory:"ZZ",iana:["Etc/GMT-5"]},{windowsName:"Ekaterinburg Standard Time",territory:"001",iana:["Asia/Yekaterinburg"]},{windowsName:"Ekaterinburg Standard Time",territory:"RU",iana:["Asia/Yekaterinburg"]},{windowsName:"Pakistan Standard Time",territory:"001",iana:["Asia/Karachi"]},{windowsName:"Pakistan Standard Time",territory:"PK",iana:["Asia/Karachi"]},{windowsName:"Qyzylorda Standard Time",territory:"001",iana:["Asia/Qyzylorda"]},{windowsName:"Qyzylorda Standard Time",territory:"KZ",iana:["Asia/Qyzylorda"]},{windowsName:"India Standard Time",territory:"001",iana:["Asia/Calcutta"]},{windowsName:"India Standard Time",territory:"IN",iana:["Asia/Calcutta"]},{windowsName:"Sri Lanka Standard Time",territory:"001",iana:["Asia/Colombo"]},{windowsName:"Sri Lanka Standard Time",territory:"LK",iana:["Asia/Colombo"]},{windowsName:"Nepal Standard Time",territory:"001",iana:["Asia/Katmandu"]},{windowsName:"Nepal Standard Time",territory:"NP",iana:["Asia/Katmandu"]},{windowsName:"Central Asia Standard Time",territory:"001",iana:["Asia/Almaty"]},{windowsName:"Central Asia Standard Time",territory:"AQ",iana:["Antarctica/Vostok"]},{windowsName:"Central Asia Standard Time",territory:"CN",iana:["Asia/Urumqi"]},{windowsName:"Central Asia Standard Time",territory:"IO",iana:["Indian/Chagos"]},{windowsName:"Central Asia Standard Time",territory:"KG",iana:["Asia/Bishkek"]},{windowsName:"Central Asia Standard Time",territory:"KZ",iana:["Asia/Almaty","Asia/Qostanay"]},{windowsName:"Central Asia Standard Time",territory:"ZZ",iana:["Etc/GMT-6"]},{windowsName:"Bangladesh Standard Time",territory:"001",iana:["Asia/Dhaka"]},{windowsName:"Bangladesh Standard Time",territory:"BD",iana:["Asia/Dhaka"]},{windowsName:"Bangladesh Standard Time",territory:"BT",iana:["Asia/Thimphu"]},{windowsName:"Omsk Standard Time",territory:"001",iana:["Asia/Omsk"]},{windowsName:"Omsk Standard Time",territory:"RU",iana:["Asia/Omsk"]},{windowsName:"Myanmar Standard Time",territory:"001",iana:["Asia/Rangoon"]},{windowsName:"Myanmar Standard Time",territory:"CC",iana:["Indian/Cocos"]},{windowsName:"Myanmar Standard Time",territory:"MM",iana:["Asia/Rangoon"]},{windowsName:"SE Asia Standard Time",territory:"001",iana:["Asia/Bangkok"]},{windowsName:"SE Asia Standard Time",territory:"AQ",iana:["Antarctica/Davis"]},{windowsName:"SE Asia Standard Time",territory:"CX",iana:["Indian/Christmas"]},{windowsName:"SE Asia Standard Time",territory:"ID",iana:["Asia/Jakarta","Asia/Pontianak"]},{windowsName:"SE Asia Standard Time",territory:"KH",iana:["Asia/Phnom_Penh"]},{windowsName:"SE Asia Standard Time",territory:"LA",iana:["Asia/Vientiane"]},{windowsName:"SE Asia Standard Time",territory:"TH",iana:["Asia/Bangkok"]},{windowsName:"SE Asia Standard Time",territory:"VN",iana:["Asia/Saigon"]},{windowsName:"SE Asia Standard Time",territory:"ZZ",iana:["Etc/GMT-7"]},{windowsName:"Altai Standard Time",territory:"001",iana:["Asia/Barnaul"]},{windowsName:"Altai Standard Time",territory:"RU",iana:["Asia/Barnaul"]},{windowsName:"W. Mongolia Standard Time",territory:"001",iana:["Asia/Hovd"]},{windowsName:"W. Mongolia Standard Time",territory:"MN",iana:["Asia/Hovd"]},{windowsName:"North Asia Standard Time",territory:"001",iana:["Asia/Krasnoyarsk"]},{windowsName:"North Asia Standard Time",territory:"RU",iana:["Asia/Krasnoyarsk","Asia/Novokuznetsk"]},{windowsName:"N. Central Asia Standard Time",territory:"001",iana:["Asia/Novosibirsk"]},{windowsName:"N. Central Asia Standard Time",territory:"RU",iana:["Asia/Novosibirsk"]},{windowsName:"Tomsk Standard Time",territory:"001",iana:["Asia/Tomsk"]},{windowsName:"Tomsk Standard Time",territory:"RU",iana:["Asia/Tomsk"]},{windowsName:"China Standard Time",territory:"001",iana:["Asia/Shanghai"]},{windowsName:"China Standard Time",territory:"CN",iana:["Asia/Shanghai"]},{windowsName:"China Standard Time",territory:"HK",iana:["Asia/Hong_Kong"]},{windowsName:"China Standard Time",territory:"MO",iana:["Asia/Macau"]},{windowsName:"North Asia East Standard Time",territory:"001",iana:["Asia/Irkutsk"]},{windowsName:"North Asia East Standard Time",territory:"RU",iana:["Asia/Irkutsk"]},{windowsName:"Singapore Standard Time",territory:"001",iana:["Asia/Singapore"]},{windowsName:"Singapore Standard Time",territory:"BN",iana:["Asia/Brunei"]},{windowsName:"Singapore Standard Time",territory:"ID",iana:["Asia/Makassar"]},{windowsName:"Singapore Standard Time",territory:"MY",iana:["Asia/Kuala_Lumpur","Asia/Kuching"]},{windowsName:"Singapore Standard Time",territory:"PH",iana:["Asia/Manila"]},{windowsName:"Singapore Standard Time",territory:"SG",iana:["Asia/Singapore"]},{windowsName:"Singapore Standard Time",territory:"ZZ",iana:["Etc/GMT-8"]},{windowsName:"W. Australia Standard Time",territory:"001",iana:["Australia/Perth"]},{windowsName:"W. Australia Standard Time",territory:"AU",iana:["Australia/Perth"]},{windowsName:"Taipei Standard Time",territory:"001",iana:["Asia/Taipei"]},{windowsName:"Taipei Standard Time",territory:"TW",iana:["Asia/Taipei"]},{windowsName:"Ulaanbaatar Standard Time",territory:"001",iana:["Asia/Ulaanbaatar"]},{windowsName:"Ulaanbaatar Standard Time",territory:"MN",iana:["Asia/Ulaanbaatar","Asia/Choibalsan"]},{windowsName:"Aus Central W. Standard Time",territory:"001",iana:["Australia/Eucla"]},{windowsName:"Aus Central W. Standard Time",territory:"AU",iana:["Australia/Eucla"]},{windowsName:"Transbaikal Standard Time",territory:"001",iana:["Asia/Chita"]},{windowsName:"Transbaikal Standard Time",territory:"RU",iana:["Asia/Chita"]},{windowsName:"Tokyo Standard Time",territory:"001",iana:["Asia/Tokyo"]},{windowsName:"Tokyo Standard Time",territory:"ID",iana:["Asia/Jayapura"]},{windowsName:"Tokyo Standard Time",territory:"JP",iana:["Asia/Tokyo"]},{windowsName:"Tokyo Standard Time",territory:"PW",iana:["Pacific/Palau"]},{windowsName:"Tokyo Standard Time",territory:"TL",iana:["Asia/Dili"]},{windowsName:"Tokyo Standard Time",territory:"ZZ",iana:["Etc/GMT-9"]},{windowsName:"North Korea Standard Time",territory:"001",iana:["Asia/Pyongyang"]},{windowsName:"North Korea Standard Time",territory:"KP",iana:["Asia/Pyongyang"]},{windowsName:"Korea Standard Time",territory:"001",iana:["Asia/Seoul"]},{windowsName:"Korea Standard Time",territory:"KR",iana:["Asia/Seoul"]},{windowsName:"Yakutsk Standard Time",territory:"001",iana:["Asia/Yakutsk"]},{windowsName:"Yakutsk Standard Time",territory:"RU",iana:["Asia/Yakutsk","Asia/Khandyga"]},{windowsName:"Cen. Australia Standard Time",territory:"001",iana:["Australia/Adelaide"]},{windowsName:"Cen. Australia Standard Time",territory:"AU",iana:["Australia/Adelaide","Australia/Broken_Hill"]},{windowsName:"AUS Central Standard Time",territory:"001",iana:["Australia/Darwin"]},{windowsName:"AUS Central Standard Time",territory:"AU",iana:["Australia/Darwin"]},{windowsName:"E. Australia Standard Time",territory:"001",iana:["Australia/Brisbane"]},{windowsName:"E. Australia Standard Time",territory:"AU",iana:["Australia/Brisbane","Australia/Lindeman"]},{windowsName:"AUS Eastern Standard Time",territory:"001",iana:["Australia/Sydney"]},{windowsName:"AUS Eastern Standard Time",territory:"AU",iana:["Australia/Sydney","Australia/Melbourne"]},{windowsName:"West Pacific Standard Time",territory:"001",iana:["Pacific/Port_Moresby"]},{windowsName:"West Pacific Standard Time",territory:"AQ",iana:["Antarctica/DumontDUrville"]},{windowsName:"West Pacific Standard Time",territory:"FM",iana:["Pacific/Truk"]},{windowsName:"West Pacific Standard Time",territory:"GU",iana:["Pacific/Guam"]},{windowsName:"West Pacific Standard Time",territory:"MP",iana:["Pacific/Saipan"]},{windowsName:"West Pacific Standard Time",territory:"PG",iana:["Pacific/Port_Moresby"]},{windowsName:"West Pacific Standard Time",territory:"ZZ",iana:["Etc/GMT-10"]},{windowsName:"Tasmania Standard Time",territory:"001",iana:["Australia/Hobart"]},{windowsName:"Tasmania Standard Time",territory:"AU",iana:["Australia/Hobart","Australia/Currie","Antarctica/Macquarie"]},{windowsName:"Vladivostok Standard Time",territory:"001",iana:["Asia/Vladivostok"]},{windowsName:"Vladivostok Standard Time",territory:"RU",iana:["Asia/Vladivostok","Asia/Ust-Nera"]},{windowsName:"Lord Howe Standard Time",territory:"001",iana:["Australia/Lord_Howe"]},{windowsName:"Lord Howe Standard Time",territory:"AU",iana:["Australia/Lord_Howe"]},{windowsName:"Bougainville Standard Time",territory:"001",iana:["Pacific/Bougainville"]},{windowsName:"Bougainville Standard Time",territory:"PG",iana:["Pacific/Bougainville"]},{windowsName:"Russia Time Zone 10",territory:"001",iana:["Asia/Srednekolymsk"]},{windowsName:"Russia Time Zone 10",territory:"RU",iana:["Asia/Srednekolymsk"]},{windowsName:"Magadan Standard Time",territory:"001",iana:["Asia/Magadan"]},{windowsName:"Magadan Standard Time",territory:"RU",iana:["Asia/Magadan"]},{windowsName:"Norfolk Standard Time",territory:"001",iana:["Pacific/Norfolk"]},{windowsName:"Norfolk Standard Time",territory:"NF",iana:["Pacific/Norfolk"]},{windowsName:"Sakhalin Standard Time",territory:"001",iana:["Asia/Sakhalin"]},{windowsName:"Sakhalin Standard Time",territory:"RU",iana:["Asia/Sakhalin"]},{windowsName:"Central Pacific Standard Time",territory:"001",iana:["Pacific/Guadalcanal"]},{windowsName:"Central Pacific Standard Time",territory:"AQ",iana:["Antarctica/Casey"]},{windowsName:"Central Pacific Standard Time",territory:"FM",iana:["Pacific/Ponape","Pacific/Kosrae"]},{windowsName:"Central Pacific Standard Time",territory:"NC",iana:["Pacific/Noumea"]},{windowsName:"Central Pacific Standard Time",territory:"SB",iana:["Pacific/Guadalcanal"]},{windowsName:"Central Pacific Standard Time",territory:"VU",iana:["Pacific/Efate"]},{windowsName:"Central Pacific Standard Time",territory:"ZZ",iana:["Etc/GMT-11"]},{windowsName:"Russia Time Zone 11",territory:"001",iana:["Asia/Kamchatka"]},{windowsName:"Russia Time Zone 11",territory:"RU",iana:["Asia/Kamchatka","Asia/Anadyr"]},{windowsName:"New Zealand Standard Time",territory:"001",iana:["Pacific/Auckland"]},{windowsName:"New Zealand Standard Time",territory:"AQ",iana:["Antarctica/McMurdo"]},{windowsName:"New Zealand Standard Time",territory:"NZ",iana:["Pacific/Auckland"]},{windowsName:"UTC+12",territory:"001",iana:["Etc/GMT-12"]},{windowsName:"UTC+12",territory:"KI",iana:["Pacific/Tarawa"]},{windowsName:"UTC+12",territory:"MH",iana:["Pacific/Majuro","Pacific/Kwajalein"]},{windowsName:"UTC+12",territory:"NR",iana:["Pacific/Nauru"]},{windowsName:"UTC+12",territory:"TV",iana:["Pacific/Funafuti"]},{windowsName:"UTC+12",territory:"UM",iana:["Pacific/Wake"]},{windowsName:"UTC+12",territory:"WF",iana:["Pacific/Wallis"]},{windowsName:"UTC+12",territory:"ZZ",iana:["Etc/GMT-12"]},{windowsName:"Fiji Standard Time",territory:"001",iana:["Pacific/Fiji"]},{windowsName:"Fiji Standard Time",territory:"FJ",iana:["Pacific/Fiji"]},{windowsName:"Chatham Islands Standard Time",territory:"001",iana:["Pacific/Chatham"]},{windowsName:"Chatham Islands Standard Time",territory:"NZ",iana:["Pacific/Chatham"]},{windowsName:"UTC+13",territory:"001",iana:["Etc/GMT-13"]},{windowsName:"UTC+13",territory:"KI",iana:["Pacific/Enderbury"]},{windowsName:"UTC+13",territory:"TK",iana:["Pacific/Fakaofo"]},{windowsName:"UTC+13",territory:"ZZ",iana:["Etc/GMT-13"]},{windowsName:"Tonga Standard Time",territory:"001",iana:["Pacific/Tongatapu"]},{windowsName:"Tonga Standard Time",territory:"TO",iana:["Pacific/Tongatapu"]},{windowsName:"Samoa Standard Time",territory:"001",iana:["Pacific/Apia"]},{windowsName:"Samoa Standard Time",territory:"WS",iana:["Pacific/Apia"]},{windowsName:"Line Islands Standard Time",territory:"001",iana:["Pacific/Kiritimati"]},{windowsName:"Line Islands Standard Time",territory:"KI",iana:["Pacific/Kiritimati"]},{windowsName:"Line Islands Standard Time",territory:"ZZ",iana:["Etc/GMT-14"]}];function r(i){var r=new Set;return a.filter((function(a){return a.alias.includes(i)})).map((function(a){return a.alias})).flat().forEach((function(a){r.add(a)})),Array.from(r)}__webpack_unused_export__=a,__webpack_unused_export__=i,exports.findIana=function(a,e){var n=new Set;return i.filter((function(i){return void 0===e?i.windowsName===a:i.windowsName===a&&i.territory===e})).map((function(a){return a.iana})).flat().map(r).flat().forEach((function(a){n.add(a)})),Array.from(n)},__webpack_unused_export__=r,exports.findWindows=function(a){var e=r(a),n=new Set;return i.filter((function(a){return a.iana.find((function(a){return e.includes(a)}))})).forEach((function(a){n.add(a.windowsName)})),Array.from(n)};
//# sourceMappingURL=windows-iana.cjs.production.min.js.map


/***/ }),

/***/ 34022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z2: () => (/* binding */ TreeInterpreter2),
/* harmony export */   jY: () => (/* binding */ TYPE_STRING),
/* harmony export */   kz: () => (/* binding */ register),
/* harmony export */   qw: () => (/* binding */ tokenize),
/* harmony export */   uU: () => (/* binding */ TYPE_ANY),
/* harmony export */   wE: () => (/* binding */ compile)
/* harmony export */ });
/* unused harmony exports Scope, TYPE_ARRAY, TYPE_ARRAY_ARRAY, TYPE_ARRAY_NUMBER, TYPE_ARRAY_OBJECT, TYPE_ARRAY_STRING, TYPE_BOOLEAN, TYPE_EXPREF, TYPE_NULL, TYPE_NUMBER, TYPE_OBJECT, clearCustomFunctions, default, getCustomFunctions, getRegisteredFunctions, isRegistered, jmespath, registerFunction, search, unregisterFunction */
// src/utils/index.ts
var isObject = (obj) => {
  return obj !== null && Object.prototype.toString.call(obj) === "[object Object]";
};
var strictDeepEqual = (first, second) => {
  if (first === second) {
    return true;
  }
  if (typeof first !== typeof second) {
    return false;
  }
  if (Array.isArray(first) && Array.isArray(second)) {
    if (first.length !== second.length) {
      return false;
    }
    for (let i = 0; i < first.length; i += 1) {
      if (!strictDeepEqual(first[i], second[i])) {
        return false;
      }
    }
    return true;
  }
  if (isObject(first) && isObject(second)) {
    const firstEntries = Object.entries(first);
    const secondKeys = new Set(Object.keys(second));
    if (firstEntries.length !== secondKeys.size) {
      return false;
    }
    for (const [key, value] of firstEntries) {
      if (!strictDeepEqual(value, second[key])) {
        return false;
      }
      secondKeys.delete(key);
    }
    return secondKeys.size === 0;
  }
  return false;
};
var isFalse = (obj) => {
  if (obj === null || obj === void 0 || obj === false) {
    return true;
  }
  if (typeof obj === "string") {
    return obj === "";
  }
  if (typeof obj === "object") {
    if (Array.isArray(obj)) {
      return obj.length === 0;
    }
    if (obj === null) {
      return true;
    }
    return Object.keys(obj).length === 0;
  }
  return false;
};
var isAlpha = (ch) => {
  return ch >= "a" && ch <= "z" || ch >= "A" && ch <= "Z" || ch === "_";
};
var isNum = (ch) => {
  return ch >= "0" && ch <= "9" || ch === "-";
};
var isAlphaNum = (ch) => {
  return ch >= "a" && ch <= "z" || ch >= "A" && ch <= "Z" || ch >= "0" && ch <= "9" || ch === "_";
};
var ensureInteger = (value) => {
  if (!(typeof value === "number") || Math.floor(value) !== value) {
    throw new Error("invalid-value: expecting an integer.");
  }
  return value;
};
var ensurePositiveInteger = (value) => {
  if (!(typeof value === "number") || value < 0 || Math.floor(value) !== value) {
    throw new Error("invalid-value: expecting a non-negative integer.");
  }
  return value;
};
var ensureNumbers = (...operands) => {
  for (let i = 0; i < operands.length; i++) {
    if (operands[i] === null || operands[i] === void 0) {
      throw new Error("not-a-number: undefined");
    }
    if (typeof operands[i] !== "number") {
      throw new Error("not-a-number");
    }
  }
};
var notZero = (n) => {
  n = +n;
  if (!n) {
    throw new Error("not-a-number: divide by zero");
  }
  return n;
};
var add = (left, right) => {
  ensureNumbers(left, right);
  const result = left + right;
  return result;
};
var sub = (left, right) => {
  ensureNumbers(left, right);
  const result = left - right;
  return result;
};
var mul = (left, right) => {
  ensureNumbers(left, right);
  const result = left * right;
  return result;
};
var divide = (left, right) => {
  ensureNumbers(left, right);
  const result = left / notZero(right);
  return result;
};
var div = (left, right) => {
  ensureNumbers(left, right);
  const result = Math.floor(left / notZero(right));
  return result;
};
var mod = (left, right) => {
  ensureNumbers(left, right);
  const result = left % right;
  return result;
};

// src/utils/strings.ts
var findFirst = (subject, sub2, start, end) => {
  if (!subject || !sub2) {
    return null;
  }
  start = Math.max(ensureInteger(start = start || 0), 0);
  end = Math.min(ensureInteger(end = end || subject.length), subject.length);
  const offset = subject.slice(start, end).indexOf(sub2);
  return offset === -1 ? null : offset + start;
};
var findLast = (subject, sub2, start, end) => {
  if (!subject || !sub2) {
    return null;
  }
  start = Math.max(ensureInteger(start = start || 0), 0);
  end = Math.min(ensureInteger(end = end || subject.length), subject.length);
  const offset = subject.slice(start, end).lastIndexOf(sub2);
  const result = offset === -1 ? null : offset + start;
  return result;
};
var lower = (subject) => subject.toLowerCase();
var ensurePadFuncParams = (name, width, padding) => {
  padding = padding || " ";
  if (padding.length > 1) {
    throw new Error(`invalid value, ${name} expects its 'pad' parameter to be a valid string with a single codepoint`);
  }
  ensurePositiveInteger(width);
  return padding;
};
var padLeft = (subject, width, padding) => {
  padding = ensurePadFuncParams("pad_left", width, padding);
  return subject && subject.padStart(width, padding) || "";
};
var padRight = (subject, width, padding) => {
  padding = ensurePadFuncParams("pad_right", width, padding);
  return subject && subject.padEnd(width, padding) || "";
};
var replace = (subject, string, by, count) => {
  if (count === 0) {
    return subject;
  }
  if (!count) {
    return subject.split(string).join(by);
  }
  ensurePositiveInteger(count);
  [...Array(count).keys()].map(() => subject = subject.replace(string, by));
  return subject;
};
var split = (subject, search2, count) => {
  if (subject.length == 0 && search2.length === 0) {
    return [];
  }
  if (count === null || count === void 0) {
    return subject.split(search2);
  }
  ensurePositiveInteger(count);
  if (count === 0) {
    return [subject];
  }
  const split2 = subject.split(search2);
  return [...split2.slice(0, count), split2.slice(count).join(search2)];
};
var trim = (subject, chars) => {
  return trimLeft(trimRight(subject, chars), chars);
};
var trimLeft = (subject, chars) => {
  return trimImpl(subject, (list) => new RegExp(`^[${list}]*(.*?)`), chars);
};
var trimRight = (subject, chars) => {
  return trimImpl(subject, (list) => new RegExp(`(.*?)[${list}]*$`), chars);
};
var trimImpl = (subject, regExper, chars) => {
  const pattern = chars ? chars.replace(/[-/\\^$*+?.()|[\]{}]/g, "\\$&") : "\\s\x85";
  return subject.replace(regExper(pattern), "$1");
};
var upper = (subject) => subject.toUpperCase();

// src/Lexer.ts
var basicTokens = {
  "(": "Lparen" /* TOK_LPAREN */,
  ")": "Rparen" /* TOK_RPAREN */,
  "*": "Star" /* TOK_STAR */,
  ",": "Comma" /* TOK_COMMA */,
  ".": "Dot" /* TOK_DOT */,
  ":": "Colon" /* TOK_COLON */,
  "@": "Current" /* TOK_CURRENT */,
  "]": "Rbracket" /* TOK_RBRACKET */,
  "{": "Lbrace" /* TOK_LBRACE */,
  "}": "Rbrace" /* TOK_RBRACE */,
  "+": "Plus" /* TOK_PLUS */,
  "%": "Modulo" /* TOK_MODULO */,
  "?": "Question" /* TOK_QUESTION */,
  "\u2212": "Minus" /* TOK_MINUS */,
  "\xD7": "Multiply" /* TOK_MULTIPLY */,
  "\xF7": "Divide" /* TOK_DIVIDE */
};
var operatorStartToken = {
  "!": true,
  "<": true,
  "=": true,
  ">": true,
  "&": true,
  "|": true,
  "/": true
};
var skipChars = {
  "	": true,
  "\n": true,
  "\r": true,
  " ": true
};
var StreamLexer = class {
  _current = 0;
  _enable_legacy_literals = false;
  tokenize(stream, options) {
    const tokens = [];
    this._current = 0;
    this._enable_legacy_literals = options?.enable_legacy_literals || false;
    let start;
    let identifier;
    let token;
    while (this._current < stream.length) {
      if (isAlpha(stream[this._current])) {
        start = this._current;
        identifier = this.consumeUnquotedIdentifier(stream);
        tokens.push({
          start,
          type: "UnquotedIdentifier" /* TOK_UNQUOTEDIDENTIFIER */,
          value: identifier
        });
      } else if (basicTokens[stream[this._current]] !== void 0) {
        tokens.push({
          start: this._current,
          type: basicTokens[stream[this._current]],
          value: stream[this._current]
        });
        this._current += 1;
      } else if (stream[this._current] === "$") {
        start = this._current;
        if (this._current + 1 < stream.length && isAlpha(stream[this._current + 1])) {
          this._current += 1;
          identifier = this.consumeUnquotedIdentifier(stream);
          tokens.push({
            start,
            type: "Variable" /* TOK_VARIABLE */,
            value: identifier
          });
        } else {
          tokens.push({
            start,
            type: "Root" /* TOK_ROOT */,
            value: stream[this._current]
          });
          this._current += 1;
        }
      } else if (stream[this._current] === "-") {
        if (this._current + 1 < stream.length && isNum(stream[this._current + 1])) {
          const token2 = this.consumeNumber(stream);
          token2 && tokens.push(token2);
        } else {
          const token2 = {
            start: this._current,
            type: "Minus" /* TOK_MINUS */,
            value: "-"
          };
          tokens.push(token2);
          this._current += 1;
        }
      } else if (isNum(stream[this._current])) {
        token = this.consumeNumber(stream);
        tokens.push(token);
      } else if (stream[this._current] === "[") {
        token = this.consumeLBracket(stream);
        tokens.push(token);
      } else if (stream[this._current] === '"') {
        start = this._current;
        identifier = this.consumeQuotedIdentifier(stream);
        tokens.push({
          start,
          type: "QuotedIdentifier" /* TOK_QUOTEDIDENTIFIER */,
          value: identifier
        });
      } else if (stream[this._current] === `'`) {
        start = this._current;
        identifier = this.consumeRawStringLiteral(stream);
        tokens.push({
          start,
          type: "Literal" /* TOK_LITERAL */,
          value: identifier
        });
      } else if (stream[this._current] === "`") {
        start = this._current;
        const literal = this.consumeLiteral(stream);
        tokens.push({
          start,
          type: "Literal" /* TOK_LITERAL */,
          value: literal
        });
      } else if (operatorStartToken[stream[this._current]] !== void 0) {
        token = this.consumeOperator(stream);
        token && tokens.push(token);
      } else if (skipChars[stream[this._current]] !== void 0) {
        this._current += 1;
      } else {
        const error = new Error(`Syntax error: unknown character: ${stream[this._current]}`);
        error.name = "LexerError";
        throw error;
      }
    }
    return tokens;
  }
  consumeUnquotedIdentifier(stream) {
    const start = this._current;
    this._current += 1;
    while (this._current < stream.length && isAlphaNum(stream[this._current])) {
      this._current += 1;
    }
    return stream.slice(start, this._current);
  }
  consumeQuotedIdentifier(stream) {
    const start = this._current;
    this._current += 1;
    const maxLength = stream.length;
    while (stream[this._current] !== '"' && this._current < maxLength) {
      let current = this._current;
      if (stream[current] === "\\" && (stream[current + 1] === "\\" || stream[current + 1] === '"')) {
        current += 2;
      } else {
        current += 1;
      }
      this._current = current;
    }
    this._current += 1;
    const [value, ok] = this.parseJSON(stream.slice(start, this._current));
    if (!ok) {
      const error = new Error(`syntax: unexpected end of JSON input`);
      error.name = "LexerError";
      throw error;
    }
    return value;
  }
  consumeRawStringLiteral(stream) {
    const start = this._current;
    this._current += 1;
    const maxLength = stream.length;
    while (stream[this._current] !== `'` && this._current < maxLength) {
      let current = this._current;
      if (stream[current] === "\\" && (stream[current + 1] === "\\" || stream[current + 1] === `'`)) {
        current += 2;
      } else {
        current += 1;
      }
      this._current = current;
    }
    this._current += 1;
    const literal = stream.slice(start + 1, this._current - 1);
    return replace(replace(literal, `\\\\`, `\\`), `\\'`, `'`);
  }
  consumeNumber(stream) {
    const start = this._current;
    this._current += 1;
    const maxLength = stream.length;
    while (isNum(stream[this._current]) && this._current < maxLength) {
      this._current += 1;
    }
    const value = parseInt(stream.slice(start, this._current), 10);
    return { start, value, type: "Number" /* TOK_NUMBER */ };
  }
  consumeLBracket(stream) {
    const start = this._current;
    this._current += 1;
    if (stream[this._current] === "?") {
      this._current += 1;
      return { start, type: "Filter" /* TOK_FILTER */, value: "[?" };
    }
    if (stream[this._current] === "]") {
      this._current += 1;
      return { start, type: "Flatten" /* TOK_FLATTEN */, value: "[]" };
    }
    return { start, type: "Lbracket" /* TOK_LBRACKET */, value: "[" };
  }
  consumeOrElse(stream, peek, token, orElse) {
    const start = this._current;
    this._current += 1;
    if (this._current < stream.length && stream[this._current] === peek) {
      this._current += 1;
      return {
        start,
        type: orElse,
        value: stream.slice(start, this._current)
      };
    }
    return { start, type: token, value: stream[start] };
  }
  consumeOperator(stream) {
    const start = this._current;
    const startingChar = stream[start];
    switch (startingChar) {
      case "!":
        return this.consumeOrElse(stream, "=", "Not" /* TOK_NOT */, "NE" /* TOK_NE */);
      case "<":
        return this.consumeOrElse(stream, "=", "LT" /* TOK_LT */, "LTE" /* TOK_LTE */);
      case ">":
        return this.consumeOrElse(stream, "=", "GT" /* TOK_GT */, "GTE" /* TOK_GTE */);
      case "=":
        return this.consumeOrElse(stream, "=", "Assign" /* TOK_ASSIGN */, "EQ" /* TOK_EQ */);
      case "&":
        return this.consumeOrElse(stream, "&", "Expref" /* TOK_EXPREF */, "And" /* TOK_AND */);
      case "|":
        return this.consumeOrElse(stream, "|", "Pipe" /* TOK_PIPE */, "Or" /* TOK_OR */);
      case "/":
        return this.consumeOrElse(stream, "/", "Divide" /* TOK_DIVIDE */, "Div" /* TOK_DIV */);
    }
  }
  consumeLiteral(stream) {
    this._current += 1;
    const start = this._current;
    const maxLength = stream.length;
    while (stream[this._current] !== "`" && this._current < maxLength) {
      let current = this._current;
      if (stream[current] === "\\" && (stream[current + 1] === "\\" || stream[current + 1] === "`")) {
        current += 2;
      } else {
        current += 1;
      }
      this._current = current;
    }
    let literalString = stream.slice(start, this._current).trimStart();
    literalString = literalString.replace("\\`", "`");
    let literal = null;
    let ok = false;
    if (this.looksLikeJSON(literalString)) {
      [literal, ok] = this.parseJSON(literalString);
    }
    if (!ok && this._enable_legacy_literals) {
      [literal, ok] = this.parseJSON(`"${literalString}"`);
    }
    if (!ok) {
      const error = new Error(
        `Syntax error: unexpected end of JSON input or invalid format for a JSON literal: ${stream[this._current]}`
      );
      error.name = "LexerError";
      throw error;
    }
    this._current += 1;
    return literal;
  }
  looksLikeJSON(literalString) {
    const startingChars = '[{"';
    const jsonLiterals = ["true", "false", "null"];
    const numberLooking = "-0123456789";
    if (literalString === "") {
      return false;
    }
    if (startingChars.includes(literalString[0])) {
      return true;
    }
    if (jsonLiterals.includes(literalString)) {
      return true;
    }
    if (numberLooking.includes(literalString[0])) {
      const [_, ok] = this.parseJSON(literalString);
      return ok;
    }
    return false;
  }
  parseJSON(text) {
    try {
      const json = JSON.parse(text);
      return [json, true];
    } catch {
      return [null, false];
    }
  }
};
var Lexer = new StreamLexer();
var Lexer_default = Lexer;

// src/Parser.ts
var bindingPower = {
  ["EOF" /* TOK_EOF */]: 0,
  ["Variable" /* TOK_VARIABLE */]: 0,
  ["UnquotedIdentifier" /* TOK_UNQUOTEDIDENTIFIER */]: 0,
  ["QuotedIdentifier" /* TOK_QUOTEDIDENTIFIER */]: 0,
  ["Rbracket" /* TOK_RBRACKET */]: 0,
  ["Rparen" /* TOK_RPAREN */]: 0,
  ["Comma" /* TOK_COMMA */]: 0,
  ["Rbrace" /* TOK_RBRACE */]: 0,
  ["Number" /* TOK_NUMBER */]: 0,
  ["Current" /* TOK_CURRENT */]: 0,
  ["Expref" /* TOK_EXPREF */]: 0,
  ["Root" /* TOK_ROOT */]: 0,
  ["Assign" /* TOK_ASSIGN */]: 1,
  ["Pipe" /* TOK_PIPE */]: 1,
  ["Question" /* TOK_QUESTION */]: 2,
  ["Or" /* TOK_OR */]: 3,
  ["And" /* TOK_AND */]: 4,
  ["EQ" /* TOK_EQ */]: 5,
  ["GT" /* TOK_GT */]: 5,
  ["LT" /* TOK_LT */]: 5,
  ["GTE" /* TOK_GTE */]: 5,
  ["LTE" /* TOK_LTE */]: 5,
  ["NE" /* TOK_NE */]: 5,
  ["Minus" /* TOK_MINUS */]: 6,
  ["Plus" /* TOK_PLUS */]: 6,
  ["Div" /* TOK_DIV */]: 7,
  ["Divide" /* TOK_DIVIDE */]: 7,
  ["Modulo" /* TOK_MODULO */]: 7,
  ["Multiply" /* TOK_MULTIPLY */]: 7,
  ["Flatten" /* TOK_FLATTEN */]: 9,
  ["Star" /* TOK_STAR */]: 20,
  ["Filter" /* TOK_FILTER */]: 21,
  ["Dot" /* TOK_DOT */]: 40,
  ["Not" /* TOK_NOT */]: 45,
  ["Lbrace" /* TOK_LBRACE */]: 50,
  ["Lbracket" /* TOK_LBRACKET */]: 55,
  ["Lparen" /* TOK_LPAREN */]: 60
};
var TokenParser = class _TokenParser {
  index = 0;
  tokens = [];
  parse(expression, options) {
    this.loadTokens(expression, options || { enable_legacy_literals: false });
    this.index = 0;
    const ast = this.expression(0);
    if (this.lookahead(0) !== "EOF" /* TOK_EOF */) {
      const token = this.lookaheadToken(0);
      this.errorToken(token, `Syntax error: unexpected token type: ${token.type}, value: ${token.value}`);
    }
    return ast;
  }
  loadTokens(expression, options) {
    this.tokens = Lexer_default.tokenize(expression, options);
    this.tokens.push({ type: "EOF" /* TOK_EOF */, value: "", start: expression.length });
  }
  expression(rbp) {
    const leftToken = this.lookaheadToken(0);
    this.advance();
    let left = this.nud(leftToken);
    let currentTokenType = this.lookahead(0);
    while (rbp < bindingPower[currentTokenType]) {
      this.advance();
      left = this.led(currentTokenType, left);
      currentTokenType = this.lookahead(0);
    }
    return left;
  }
  lookahead(offset) {
    return this.tokens[this.index + offset].type;
  }
  lookaheadToken(offset) {
    return this.tokens[this.index + offset];
  }
  advance() {
    this.index += 1;
  }
  nud(token) {
    switch (token.type) {
      case "Variable" /* TOK_VARIABLE */:
        return { type: "Variable", name: token.value };
      case "Literal" /* TOK_LITERAL */:
        return { type: "Literal", value: token.value };
      case "UnquotedIdentifier" /* TOK_UNQUOTEDIDENTIFIER */: {
        if (_TokenParser.isKeyword(token, "let") && this.lookahead(0) === "Variable" /* TOK_VARIABLE */) {
          return this.parseLetExpression();
        } else {
          return { type: "Field", name: token.value };
        }
      }
      case "QuotedIdentifier" /* TOK_QUOTEDIDENTIFIER */:
        if (this.lookahead(0) === "Lparen" /* TOK_LPAREN */) {
          throw new Error("Syntax error: quoted identifier not allowed for function names.");
        } else {
          return { type: "Field", name: token.value };
        }
      case "Not" /* TOK_NOT */: {
        const child = this.expression(bindingPower.Not);
        return { type: "NotExpression", child };
      }
      case "Minus" /* TOK_MINUS */: {
        const child = this.expression(bindingPower.Minus);
        return {
          type: "Unary",
          operator: token.type,
          operand: child
        };
      }
      case "Plus" /* TOK_PLUS */: {
        const child = this.expression(bindingPower.Plus);
        return {
          type: "Unary",
          operator: token.type,
          operand: child
        };
      }
      case "Star" /* TOK_STAR */: {
        const left = { type: "Identity" };
        return { type: "ValueProjection", left, right: this.parseProjectionRHS(bindingPower.Star) };
      }
      case "Filter" /* TOK_FILTER */:
        return this.led(token.type, { type: "Identity" });
      case "Lbrace" /* TOK_LBRACE */:
        return this.parseMultiselectHash();
      case "Flatten" /* TOK_FLATTEN */: {
        const left = {
          type: "Flatten",
          child: { type: "Identity" }
        };
        const right = this.parseProjectionRHS(bindingPower.Flatten);
        return { type: "Projection", left, right };
      }
      case "Lbracket" /* TOK_LBRACKET */: {
        if (this.lookahead(0) === "Number" /* TOK_NUMBER */ || this.lookahead(0) === "Colon" /* TOK_COLON */) {
          const right = this.parseIndexExpression();
          return this.projectIfSlice({ type: "Identity" }, right);
        }
        if (this.lookahead(0) === "Star" /* TOK_STAR */ && this.lookahead(1) === "Rbracket" /* TOK_RBRACKET */) {
          this.advance();
          this.advance();
          const right = this.parseProjectionRHS(bindingPower.Star);
          return {
            left: { type: "Identity" },
            right,
            type: "Projection"
          };
        }
        return this.parseMultiselectList();
      }
      case "Current" /* TOK_CURRENT */:
        return { type: "Current" /* TOK_CURRENT */ };
      case "Root" /* TOK_ROOT */:
        return { type: "Root" /* TOK_ROOT */ };
      case "Expref" /* TOK_EXPREF */: {
        const child = this.expression(bindingPower.Expref);
        return { type: "ExpressionReference", child };
      }
      case "Lparen" /* TOK_LPAREN */: {
        const expression = this.expression(0);
        this.match("Rparen" /* TOK_RPAREN */);
        return expression;
      }
      default:
        this.errorToken(token);
    }
  }
  led(tokenName, left) {
    switch (tokenName) {
      case "Question" /* TOK_QUESTION */: {
        const trueExpr = this.expression(0);
        this.match("Colon" /* TOK_COLON */);
        const falseExpr = this.expression(0);
        return {
          type: "Ternary",
          condition: left,
          trueExpr,
          falseExpr
        };
      }
      case "Dot" /* TOK_DOT */: {
        const rbp = bindingPower.Dot;
        if (this.lookahead(0) !== "Star" /* TOK_STAR */) {
          const right2 = this.parseDotRHS(rbp);
          return { type: "Subexpression", left, right: right2 };
        }
        this.advance();
        const right = this.parseProjectionRHS(rbp);
        return { type: "ValueProjection", left, right };
      }
      case "Pipe" /* TOK_PIPE */: {
        const right = this.expression(bindingPower.Pipe);
        return { type: "Pipe", left, right };
      }
      case "Or" /* TOK_OR */: {
        const right = this.expression(bindingPower.Or);
        return { type: "OrExpression", left, right };
      }
      case "And" /* TOK_AND */: {
        const right = this.expression(bindingPower.And);
        return { type: "AndExpression", left, right };
      }
      case "Lparen" /* TOK_LPAREN */: {
        if (left.type !== "Field") {
          throw new Error("Syntax error: expected a Field node");
        }
        const name = left.name;
        const args = this.parseCommaSeparatedExpressionsUntilToken("Rparen" /* TOK_RPAREN */);
        const node = { name, type: "Function", children: args };
        return node;
      }
      case "Filter" /* TOK_FILTER */: {
        const condition = this.expression(0);
        this.match("Rbracket" /* TOK_RBRACKET */);
        const right = this.lookahead(0) === "Flatten" /* TOK_FLATTEN */ ? { type: "Identity" } : this.parseProjectionRHS(bindingPower.Filter);
        return { type: "FilterProjection", left, right, condition };
      }
      case "Flatten" /* TOK_FLATTEN */: {
        const leftNode = { type: "Flatten", child: left };
        const right = this.parseProjectionRHS(bindingPower.Flatten);
        return { type: "Projection", left: leftNode, right };
      }
      case "Assign" /* TOK_ASSIGN */: {
        const leftNode = left;
        const right = this.expression(0);
        return {
          type: "Binding",
          variable: leftNode.name,
          reference: right
        };
      }
      case "EQ" /* TOK_EQ */:
      case "NE" /* TOK_NE */:
      case "GT" /* TOK_GT */:
      case "GTE" /* TOK_GTE */:
      case "LT" /* TOK_LT */:
      case "LTE" /* TOK_LTE */:
        return this.parseComparator(left, tokenName);
      case "Plus" /* TOK_PLUS */:
      case "Minus" /* TOK_MINUS */:
      case "Multiply" /* TOK_MULTIPLY */:
      case "Star" /* TOK_STAR */:
      case "Divide" /* TOK_DIVIDE */:
      case "Modulo" /* TOK_MODULO */:
      case "Div" /* TOK_DIV */:
        return this.parseArithmetic(left, tokenName);
      case "Lbracket" /* TOK_LBRACKET */: {
        const token = this.lookaheadToken(0);
        if (token.type === "Number" /* TOK_NUMBER */ || token.type === "Colon" /* TOK_COLON */) {
          const right2 = this.parseIndexExpression();
          return this.projectIfSlice(left, right2);
        }
        this.match("Star" /* TOK_STAR */);
        this.match("Rbracket" /* TOK_RBRACKET */);
        const right = this.parseProjectionRHS(bindingPower.Star);
        return { type: "Projection", left, right };
      }
      default:
        return this.errorToken(this.lookaheadToken(0));
    }
  }
  static isKeyword(token, keyword) {
    return token.type === "UnquotedIdentifier" /* TOK_UNQUOTEDIDENTIFIER */ && token.value === keyword;
  }
  match(tokenType) {
    if (this.lookahead(0) === tokenType) {
      this.advance();
      return;
    } else {
      const token = this.lookaheadToken(0);
      this.errorToken(token, `Syntax error: expected ${tokenType}, got: ${token.type}`);
    }
  }
  errorToken(token, message = "") {
    const error = new Error(message || `Syntax error: invalid token (${token.type}): "${token.value}"`);
    error.name = "ParserError";
    throw error;
  }
  parseIndexExpression() {
    if (this.lookahead(0) === "Colon" /* TOK_COLON */ || this.lookahead(1) === "Colon" /* TOK_COLON */) {
      return this.parseSliceExpression();
    }
    const value = Number(this.lookaheadToken(0).value);
    this.advance();
    this.match("Rbracket" /* TOK_RBRACKET */);
    return { type: "Index", value };
  }
  projectIfSlice(left, right) {
    const indexExpr = {
      type: "IndexExpression",
      left,
      right
    };
    if (right.type === "Slice") {
      return {
        left: indexExpr,
        right: this.parseProjectionRHS(bindingPower.Star),
        type: "Projection"
      };
    }
    return indexExpr;
  }
  parseSliceExpression() {
    const parts = [null, null, null];
    let index = 0;
    let current = this.lookaheadToken(0);
    while (current.type != "Rbracket" /* TOK_RBRACKET */ && index < 3) {
      if (current.type === "Colon" /* TOK_COLON */) {
        index++;
        if (index === 3) {
          this.errorToken(this.lookaheadToken(0), "Syntax error, too many colons in slice expression");
        }
        this.advance();
      } else if (current.type === "Number" /* TOK_NUMBER */) {
        const part = this.lookaheadToken(0).value;
        parts[index] = part;
        this.advance();
      } else {
        const next = this.lookaheadToken(0);
        this.errorToken(next, `Syntax error, unexpected token: ${next.value}(${next.type})`);
      }
      current = this.lookaheadToken(0);
    }
    this.match("Rbracket" /* TOK_RBRACKET */);
    const [start, stop, step] = parts;
    return { type: "Slice", start, stop, step };
  }
  parseLetExpression() {
    const separated = this.parseCommaSeparatedExpressionsUntilKeyword("in");
    const expression = this.expression(0);
    const bindings = separated.map((binding) => binding);
    return {
      type: "LetExpression",
      bindings,
      expression
    };
  }
  parseCommaSeparatedExpressionsUntilKeyword(keyword) {
    return this.parseCommaSeparatedExpressionsUntil(
      () => {
        return _TokenParser.isKeyword(this.lookaheadToken(0), keyword);
      },
      () => {
        this.advance();
      }
    );
  }
  parseCommaSeparatedExpressionsUntilToken(token) {
    return this.parseCommaSeparatedExpressionsUntil(
      () => {
        return this.lookahead(0) === token;
      },
      () => {
        return this.match(token);
      }
    );
  }
  parseCommaSeparatedExpressionsUntil(isEndToken, matchEndToken) {
    const args = [];
    let expression;
    while (!isEndToken()) {
      expression = this.expression(0);
      if (this.lookahead(0) === "Comma" /* TOK_COMMA */) {
        this.match("Comma" /* TOK_COMMA */);
      }
      args.push(expression);
    }
    matchEndToken();
    return args;
  }
  parseComparator(left, comparator) {
    const right = this.expression(bindingPower[comparator]);
    return { type: "Comparator", name: comparator, left, right };
  }
  parseArithmetic(left, operator) {
    const right = this.expression(bindingPower[operator]);
    return { type: "Arithmetic", operator, left, right };
  }
  parseDotRHS(rbp) {
    const lookahead = this.lookahead(0);
    const exprTokens = ["UnquotedIdentifier" /* TOK_UNQUOTEDIDENTIFIER */, "QuotedIdentifier" /* TOK_QUOTEDIDENTIFIER */, "Star" /* TOK_STAR */];
    if (exprTokens.includes(lookahead)) {
      return this.expression(rbp);
    }
    if (lookahead === "Lbracket" /* TOK_LBRACKET */) {
      this.match("Lbracket" /* TOK_LBRACKET */);
      return this.parseMultiselectList();
    }
    if (lookahead === "Lbrace" /* TOK_LBRACE */) {
      this.match("Lbrace" /* TOK_LBRACE */);
      return this.parseMultiselectHash();
    }
    const token = this.lookaheadToken(0);
    this.errorToken(token, `Syntax error, unexpected token: ${token.value}(${token.type})`);
  }
  parseProjectionRHS(rbp) {
    if (bindingPower[this.lookahead(0)] < 10) {
      return { type: "Identity" };
    }
    if (this.lookahead(0) === "Lbracket" /* TOK_LBRACKET */) {
      return this.expression(rbp);
    }
    if (this.lookahead(0) === "Filter" /* TOK_FILTER */) {
      return this.expression(rbp);
    }
    if (this.lookahead(0) === "Dot" /* TOK_DOT */) {
      this.match("Dot" /* TOK_DOT */);
      return this.parseDotRHS(rbp);
    }
    const token = this.lookaheadToken(0);
    this.errorToken(token, `Syntax error, unexpected token: ${token.value}(${token.type})`);
  }
  parseMultiselectList() {
    const expressions = [];
    while (this.lookahead(0) !== "Rbracket" /* TOK_RBRACKET */) {
      const expression = this.expression(0);
      expressions.push(expression);
      if (this.lookahead(0) === "Comma" /* TOK_COMMA */) {
        this.match("Comma" /* TOK_COMMA */);
        if (this.lookahead(0) === "Rbracket" /* TOK_RBRACKET */) {
          throw new Error("Syntax error: unexpected token Rbracket");
        }
      }
    }
    this.match("Rbracket" /* TOK_RBRACKET */);
    return { type: "MultiSelectList", children: expressions };
  }
  parseMultiselectHash() {
    const pairs = [];
    const identifierTypes = ["UnquotedIdentifier" /* TOK_UNQUOTEDIDENTIFIER */, "QuotedIdentifier" /* TOK_QUOTEDIDENTIFIER */];
    let keyToken;
    let keyName;
    let value;
    for (; ; ) {
      keyToken = this.lookaheadToken(0);
      if (!identifierTypes.includes(keyToken.type)) {
        throw new Error(`Syntax error: expecting an identifier token, got: ${keyToken.type}`);
      }
      keyName = keyToken.value;
      this.advance();
      this.match("Colon" /* TOK_COLON */);
      value = this.expression(0);
      pairs.push({ value, type: "KeyValuePair", name: keyName });
      if (this.lookahead(0) === "Comma" /* TOK_COMMA */) {
        this.match("Comma" /* TOK_COMMA */);
      } else if (this.lookahead(0) === "Rbrace" /* TOK_RBRACE */) {
        this.match("Rbrace" /* TOK_RBRACE */);
        break;
      }
    }
    return { type: "MultiSelectHash", children: pairs };
  }
};
var Parser = new TokenParser();
var Parser_default = Parser;

// src/utils/text.ts
var Text = class _Text {
  _text;
  constructor(text) {
    this._text = text;
  }
  get string() {
    return this._text;
  }
  get length() {
    return this.codePoints.length;
  }
  compareTo(other) {
    return _Text.compare(this, new _Text(other));
  }
  static get comparer() {
    const stringComparer = (left, right) => {
      return new _Text(left).compareTo(right);
    };
    return stringComparer;
  }
  static compare(left, right) {
    const leftCp = left.codePoints;
    const rightCp = right.codePoints;
    for (let index = 0; index < Math.min(leftCp.length, rightCp.length); index++) {
      if (leftCp[index] === rightCp[index]) {
        continue;
      }
      return leftCp[index] - rightCp[index] > 0 ? 1 : -1;
    }
    return leftCp.length - rightCp.length > 0 ? 1 : -1;
  }
  reverse() {
    return String.fromCodePoint(...this.codePoints.reverse());
  }
  get codePoints() {
    const array = [...this._text].map((s) => s.codePointAt(0));
    return array;
  }
};

// src/Runtime.ts
var createMathFunction = (mathFn) => ([value]) => mathFn(value);
var createStringFunction = (stringFn) => ([subject]) => stringFn(subject);
var createObjectFunction = (objFn) => ([obj]) => objFn(obj);
var Runtime = class {
  _interpreter;
  _functionTable;
  _customFunctions = /* @__PURE__ */ new Set();
  TYPE_NAME_TABLE = Object.freeze({
    [0 /* TYPE_NUMBER */]: "number",
    [1 /* TYPE_ANY */]: "any",
    [2 /* TYPE_STRING */]: "string",
    [3 /* TYPE_ARRAY */]: "array",
    [4 /* TYPE_OBJECT */]: "object",
    [5 /* TYPE_BOOLEAN */]: "boolean",
    [6 /* TYPE_EXPREF */]: "expression",
    [7 /* TYPE_NULL */]: "null",
    [8 /* TYPE_ARRAY_NUMBER */]: "Array<number>",
    [10 /* TYPE_ARRAY_OBJECT */]: "Array<object>",
    [9 /* TYPE_ARRAY_STRING */]: "Array<string>",
    [11 /* TYPE_ARRAY_ARRAY */]: "Array<Array<any>>"
  });
  constructor(interpreter) {
    this._interpreter = interpreter;
    this._functionTable = this.buildFunctionTable();
  }
  buildFunctionTable() {
    return {
      // Math functions
      abs: { _func: createMathFunction(Math.abs), _signature: [{ types: [0 /* TYPE_NUMBER */] }] },
      ceil: { _func: createMathFunction(Math.ceil), _signature: [{ types: [0 /* TYPE_NUMBER */] }] },
      floor: { _func: createMathFunction(Math.floor), _signature: [{ types: [0 /* TYPE_NUMBER */] }] },
      // String functions
      lower: { _func: createStringFunction(lower), _signature: [{ types: [2 /* TYPE_STRING */] }] },
      upper: { _func: createStringFunction(upper), _signature: [{ types: [2 /* TYPE_STRING */] }] },
      // Object functions
      keys: { _func: createObjectFunction(Object.keys), _signature: [{ types: [4 /* TYPE_OBJECT */] }] },
      values: { _func: createObjectFunction(Object.values), _signature: [{ types: [4 /* TYPE_OBJECT */] }] },
      // Complex functions that need custom implementations
      avg: { _func: this.functionAvg, _signature: [{ types: [8 /* TYPE_ARRAY_NUMBER */] }] },
      contains: {
        _func: this.functionContains,
        _signature: [
          { types: [2 /* TYPE_STRING */, 3 /* TYPE_ARRAY */] },
          { types: [1 /* TYPE_ANY */] }
        ]
      },
      ends_with: {
        _func: this.functionEndsWith,
        _signature: [{ types: [2 /* TYPE_STRING */] }, { types: [2 /* TYPE_STRING */] }]
      },
      find_first: {
        _func: this.functionFindFirst,
        _signature: [
          { types: [2 /* TYPE_STRING */] },
          { types: [2 /* TYPE_STRING */] },
          { types: [0 /* TYPE_NUMBER */], optional: true },
          { types: [0 /* TYPE_NUMBER */], optional: true }
        ]
      },
      find_last: {
        _func: this.functionFindLast,
        _signature: [
          { types: [2 /* TYPE_STRING */] },
          { types: [2 /* TYPE_STRING */] },
          { types: [0 /* TYPE_NUMBER */], optional: true },
          { types: [0 /* TYPE_NUMBER */], optional: true }
        ]
      },
      from_items: { _func: this.functionFromItems, _signature: [{ types: [11 /* TYPE_ARRAY_ARRAY */] }] },
      group_by: {
        _func: this.functionGroupBy,
        _signature: [{ types: [3 /* TYPE_ARRAY */] }, { types: [6 /* TYPE_EXPREF */] }]
      },
      items: { _func: this.functionItems, _signature: [{ types: [4 /* TYPE_OBJECT */] }] },
      join: {
        _func: this.functionJoin,
        _signature: [{ types: [2 /* TYPE_STRING */] }, { types: [9 /* TYPE_ARRAY_STRING */] }]
      },
      length: {
        _func: this.functionLength,
        _signature: [{ types: [2 /* TYPE_STRING */, 3 /* TYPE_ARRAY */, 4 /* TYPE_OBJECT */] }]
      },
      map: {
        _func: this.functionMap,
        _signature: [{ types: [6 /* TYPE_EXPREF */] }, { types: [3 /* TYPE_ARRAY */] }]
      },
      max: {
        _func: this.functionMax,
        _signature: [{ types: [8 /* TYPE_ARRAY_NUMBER */, 9 /* TYPE_ARRAY_STRING */] }]
      },
      max_by: {
        _func: this.functionMaxBy,
        _signature: [{ types: [3 /* TYPE_ARRAY */] }, { types: [6 /* TYPE_EXPREF */] }]
      },
      merge: { _func: this.functionMerge, _signature: [{ types: [4 /* TYPE_OBJECT */], variadic: true }] },
      min: {
        _func: this.functionMin,
        _signature: [{ types: [8 /* TYPE_ARRAY_NUMBER */, 9 /* TYPE_ARRAY_STRING */] }]
      },
      min_by: {
        _func: this.functionMinBy,
        _signature: [{ types: [3 /* TYPE_ARRAY */] }, { types: [6 /* TYPE_EXPREF */] }]
      },
      not_null: { _func: this.functionNotNull, _signature: [{ types: [1 /* TYPE_ANY */], variadic: true }] },
      pad_left: {
        _func: this.functionPadLeft,
        _signature: [
          { types: [2 /* TYPE_STRING */] },
          { types: [0 /* TYPE_NUMBER */] },
          { types: [2 /* TYPE_STRING */], optional: true }
        ]
      },
      pad_right: {
        _func: this.functionPadRight,
        _signature: [
          { types: [2 /* TYPE_STRING */] },
          { types: [0 /* TYPE_NUMBER */] },
          { types: [2 /* TYPE_STRING */], optional: true }
        ]
      },
      replace: {
        _func: this.functionReplace,
        _signature: [
          { types: [2 /* TYPE_STRING */] },
          { types: [2 /* TYPE_STRING */] },
          { types: [2 /* TYPE_STRING */] },
          { types: [0 /* TYPE_NUMBER */], optional: true }
        ]
      },
      reverse: {
        _func: this.functionReverse,
        _signature: [{ types: [2 /* TYPE_STRING */, 3 /* TYPE_ARRAY */] }]
      },
      sort: {
        _func: this.functionSort,
        _signature: [{ types: [9 /* TYPE_ARRAY_STRING */, 8 /* TYPE_ARRAY_NUMBER */] }]
      },
      sort_by: {
        _func: this.functionSortBy,
        _signature: [{ types: [3 /* TYPE_ARRAY */] }, { types: [6 /* TYPE_EXPREF */] }]
      },
      split: {
        _func: this.functionSplit,
        _signature: [
          { types: [2 /* TYPE_STRING */] },
          { types: [2 /* TYPE_STRING */] },
          { types: [0 /* TYPE_NUMBER */], optional: true }
        ]
      },
      starts_with: {
        _func: this.functionStartsWith,
        _signature: [{ types: [2 /* TYPE_STRING */] }, { types: [2 /* TYPE_STRING */] }]
      },
      sum: { _func: this.functionSum, _signature: [{ types: [8 /* TYPE_ARRAY_NUMBER */] }] },
      to_array: { _func: this.functionToArray, _signature: [{ types: [1 /* TYPE_ANY */] }] },
      to_number: { _func: this.functionToNumber, _signature: [{ types: [1 /* TYPE_ANY */] }] },
      to_string: { _func: this.functionToString, _signature: [{ types: [1 /* TYPE_ANY */] }] },
      trim: {
        _func: this.functionTrim,
        _signature: [{ types: [2 /* TYPE_STRING */] }, { types: [2 /* TYPE_STRING */], optional: true }]
      },
      trim_left: {
        _func: this.functionTrimLeft,
        _signature: [{ types: [2 /* TYPE_STRING */] }, { types: [2 /* TYPE_STRING */], optional: true }]
      },
      trim_right: {
        _func: this.functionTrimRight,
        _signature: [{ types: [2 /* TYPE_STRING */] }, { types: [2 /* TYPE_STRING */], optional: true }]
      },
      type: { _func: this.functionType, _signature: [{ types: [1 /* TYPE_ANY */] }] },
      zip: { _func: this.functionZip, _signature: [{ types: [3 /* TYPE_ARRAY */], variadic: true }] }
    };
  }
  /**
   * Enhanced registerFunction with backward compatibility and new options
   * @deprecated Use register() method for enhanced functionality
   */
  registerFunction(name, customFunction, signature, options) {
    const result = this._registerInternal(name, customFunction, signature, options);
    if (!result.success) {
      throw new Error(result.message);
    }
  }
  /**
   * Internal registration method that bypasses TypeScript type checking
   */
  _registerInternal(name, customFunction, signature, options = {}) {
    if (!name || typeof name !== "string" || name.trim() === "") {
      return {
        success: false,
        reason: "invalid-name",
        message: "Function name must be a non-empty string"
      };
    }
    try {
      this.validateInputSignatures(name, signature);
    } catch (error) {
      return {
        success: false,
        reason: "invalid-signature",
        message: error instanceof Error ? error.message : "Invalid function signature"
      };
    }
    const { override = false, warn = false } = options;
    const exists = name in this._functionTable;
    if (exists && !override) {
      return {
        success: false,
        reason: "already-exists",
        message: `Function already defined: ${name}(). Use { override: true } to replace it.`
      };
    }
    if (exists && override && warn) {
      console.warn(`Warning: Overriding existing function: ${name}()`);
    }
    this._functionTable[name] = {
      _func: customFunction.bind(this),
      _signature: signature
    };
    this._customFunctions.add(name);
    const message = exists ? `Function ${name}() overridden successfully` : `Function ${name}() registered successfully`;
    return { success: true, message };
  }
  /**
   * Register a new function with enhanced options and type safety
   */
  register(name, customFunction, signature, options = {}) {
    return this._registerInternal(name, customFunction, signature, options);
  }
  /**
   * Unregister a custom function (built-in functions cannot be unregistered)
   */
  unregister(name) {
    if (!this._customFunctions.has(name)) {
      return false;
    }
    delete this._functionTable[name];
    this._customFunctions.delete(name);
    return true;
  }
  /**
   * Check if a function is registered
   */
  isRegistered(name) {
    return name in this._functionTable;
  }
  /**
   * Get list of all registered function names
   */
  getRegistered() {
    return Object.keys(this._functionTable);
  }
  /**
   * Get list of custom (non-built-in) function names
   */
  getCustomFunctions() {
    return Array.from(this._customFunctions);
  }
  /**
   * Clear all custom functions (built-in functions remain)
   */
  clearCustomFunctions() {
    for (const name of this._customFunctions) {
      delete this._functionTable[name];
    }
    this._customFunctions.clear();
  }
  callFunction(name, resolvedArgs) {
    const functionEntry = this._functionTable[name];
    if (functionEntry === void 0) {
      throw new Error(`Unknown function: ${name}()`);
    }
    this.validateArgs(name, resolvedArgs, functionEntry._signature);
    return functionEntry._func.call(this, resolvedArgs);
  }
  validateInputSignatures(name, signature) {
    for (let i = 0; i < signature.length; i += 1) {
      if ("variadic" in signature[i] && i !== signature.length - 1) {
        throw new Error(`Invalid arity: ${name}() 'variadic' argument ${i + 1} must occur last`);
      }
    }
  }
  validateArgs(name, args, signature) {
    this.validateInputSignatures(name, signature);
    this.validateArity(name, args, signature);
    this.validateTypes(name, args, signature);
  }
  validateArity(name, args, signature) {
    const numberOfRequiredArgs = signature.filter((argSignature) => !(argSignature.optional ?? false)).length;
    const lastArgIsVariadic = signature[signature.length - 1]?.variadic ?? false;
    const tooFewArgs = args.length < numberOfRequiredArgs;
    const tooManyArgs = args.length > signature.length;
    if (lastArgIsVariadic && tooFewArgs || !lastArgIsVariadic && (tooFewArgs || tooManyArgs)) {
      const tooFewModifier = tooFewArgs && (!lastArgIsVariadic && numberOfRequiredArgs > 1 || lastArgIsVariadic) ? "at least " : "";
      const pluralized = signature.length > 1;
      throw new Error(
        `Invalid arity: ${name}() takes ${tooFewModifier}${numberOfRequiredArgs} argument${pluralized && "s" || ""} but received ${args.length}`
      );
    }
  }
  validateTypes(name, args, signature) {
    for (let i = 0; i < signature.length; i += 1) {
      const currentSpec = signature[i].types;
      const actualType = this.getTypeName(args[i]);
      if (actualType === void 0) {
        continue;
      }
      const typeMatched = currentSpec.some((expectedType) => this.typeMatches(actualType, expectedType, args[i]));
      if (!typeMatched) {
        const expected = currentSpec.map((typeId) => this.TYPE_NAME_TABLE[typeId]).join(" | ");
        throw new Error(
          `Invalid type: ${name}() expected argument ${i + 1} to be type (${expected}) but received type ${this.TYPE_NAME_TABLE[actualType]} instead.`
        );
      }
    }
  }
  typeMatches(actual, expected, argValue) {
    if (expected === 1 /* TYPE_ANY */) {
      return true;
    }
    if (expected === 9 /* TYPE_ARRAY_STRING */ || expected === 8 /* TYPE_ARRAY_NUMBER */ || expected === 10 /* TYPE_ARRAY_OBJECT */ || expected === 11 /* TYPE_ARRAY_ARRAY */ || expected === 3 /* TYPE_ARRAY */) {
      if (expected === 3 /* TYPE_ARRAY */) {
        return actual === 3 /* TYPE_ARRAY */;
      }
      if (actual === 3 /* TYPE_ARRAY */) {
        let subtype;
        if (expected === 8 /* TYPE_ARRAY_NUMBER */) {
          subtype = 0 /* TYPE_NUMBER */;
        } else if (expected === 10 /* TYPE_ARRAY_OBJECT */) {
          subtype = 4 /* TYPE_OBJECT */;
        } else if (expected === 9 /* TYPE_ARRAY_STRING */) {
          subtype = 2 /* TYPE_STRING */;
        } else if (expected === 11 /* TYPE_ARRAY_ARRAY */) {
          subtype = 3 /* TYPE_ARRAY */;
        }
        const array = argValue;
        for (let i = 0; i < array.length; i += 1) {
          const typeName = this.getTypeName(array[i]);
          if (typeName !== void 0 && subtype !== void 0 && !this.typeMatches(typeName, subtype, array[i])) {
            return false;
          }
        }
        return true;
      }
    } else {
      return actual === expected;
    }
    return false;
  }
  getTypeName(obj) {
    if (obj === null) {
      return 7 /* TYPE_NULL */;
    }
    if (typeof obj === "string") {
      return 2 /* TYPE_STRING */;
    }
    if (typeof obj === "number") {
      return 0 /* TYPE_NUMBER */;
    }
    if (typeof obj === "boolean") {
      return 5 /* TYPE_BOOLEAN */;
    }
    if (Array.isArray(obj)) {
      return 3 /* TYPE_ARRAY */;
    }
    if (typeof obj === "object") {
      if (obj.expref) {
        return 6 /* TYPE_EXPREF */;
      }
      return 4 /* TYPE_OBJECT */;
    }
    return;
  }
  createKeyFunction(exprefNode, allowedTypes) {
    const interpreter = this._interpreter;
    const keyFunc = (x) => {
      const current = interpreter.visit(exprefNode, x);
      if (!allowedTypes.includes(this.getTypeName(current))) {
        const msg = `Invalid type: expected one of (${allowedTypes.map((t) => this.TYPE_NAME_TABLE[t]).join(" | ")}), received ${this.TYPE_NAME_TABLE[this.getTypeName(current)]}`;
        throw new Error(msg);
      }
      return current;
    };
    return keyFunc;
  }
  functionAvg = ([inputArray]) => {
    if (!inputArray || inputArray.length == 0) {
      return null;
    }
    let sum = 0;
    for (let i = 0; i < inputArray.length; i += 1) {
      sum += inputArray[i];
    }
    return sum / inputArray.length;
  };
  functionContains = ([
    searchable,
    searchValue
  ]) => {
    if (Array.isArray(searchable)) {
      const array = searchable;
      return array.includes(searchValue);
    }
    if (typeof searchable === "string") {
      const text = searchable;
      if (typeof searchValue === "string") {
        return text.includes(searchValue);
      }
    }
    return null;
  };
  functionEndsWith = (resolvedArgs) => {
    const [searchStr, suffix] = resolvedArgs;
    return searchStr.includes(suffix, searchStr.length - suffix.length);
  };
  functionFindFirst = this.createFindFunction(findFirst);
  functionFindLast = this.createFindFunction(findLast);
  createFindFunction(findFn) {
    return (resolvedArgs) => {
      const subject = resolvedArgs[0];
      const search2 = resolvedArgs[1];
      const start = resolvedArgs.length > 2 ? resolvedArgs[2] : void 0;
      const end = resolvedArgs.length > 3 ? resolvedArgs[3] : void 0;
      return findFn(subject, search2, start, end);
    };
  }
  functionFromItems = ([array]) => {
    array.map((pair) => {
      if (pair.length != 2 || typeof pair[0] !== "string") {
        throw new Error("invalid value, each array must contain two elements, a pair of string and value");
      }
    });
    return Object.fromEntries(array);
  };
  functionGroupBy = ([array, exprefNode]) => {
    const keyFunction = this.createKeyFunction(exprefNode, [2 /* TYPE_STRING */]);
    return array.reduce((acc, cur) => {
      const k = keyFunction(cur ?? {});
      const target = acc[k] = acc[k] || [];
      target.push(cur);
      return acc;
    }, {});
  };
  functionItems = ([inputValue]) => {
    return Object.entries(inputValue);
  };
  functionJoin = (resolvedArgs) => {
    const [joinChar, listJoin] = resolvedArgs;
    return listJoin.join(joinChar);
  };
  functionLength = ([inputValue]) => {
    if (typeof inputValue === "string") {
      return new Text(inputValue).length;
    }
    if (Array.isArray(inputValue)) {
      return inputValue.length;
    }
    return Object.keys(inputValue).length;
  };
  functionMap = ([exprefNode, elements]) => {
    if (!this._interpreter) {
      return [];
    }
    const mapped = [];
    const interpreter = this._interpreter;
    for (let i = 0; i < elements.length; i += 1) {
      mapped.push(interpreter.visit(exprefNode, elements[i]));
    }
    return mapped;
  };
  functionMax = ([inputValue]) => {
    if (!inputValue.length) {
      return null;
    }
    const typeName = this.getTypeName(inputValue[0]);
    if (typeName === 0 /* TYPE_NUMBER */) {
      return Math.max(...inputValue);
    }
    const elements = inputValue;
    let maxElement = elements[0];
    for (let i = 1; i < elements.length; i += 1) {
      if (maxElement.localeCompare(elements[i]) < 0) {
        maxElement = elements[i];
      }
    }
    return maxElement;
  };
  functionMaxBy = (resolvedArgs) => {
    const exprefNode = resolvedArgs[1];
    const resolvedArray = resolvedArgs[0];
    const keyFunction = this.createKeyFunction(exprefNode, [0 /* TYPE_NUMBER */, 2 /* TYPE_STRING */]);
    let maxNumber = -Infinity;
    let maxRecord;
    let current;
    for (let i = 0; i < resolvedArray.length; i += 1) {
      current = keyFunction && keyFunction(resolvedArray[i]);
      if (current !== void 0 && current > maxNumber) {
        maxNumber = current;
        maxRecord = resolvedArray[i];
      }
    }
    return maxRecord || null;
  };
  functionMerge = (resolvedArgs) => {
    let merged = {};
    for (let i = 0; i < resolvedArgs.length; i += 1) {
      const current = resolvedArgs[i];
      merged = Object.assign(merged, current);
    }
    return merged;
  };
  functionMin = ([inputValue]) => {
    if (!inputValue.length) {
      return null;
    }
    const typeName = this.getTypeName(inputValue[0]);
    if (typeName === 0 /* TYPE_NUMBER */) {
      return Math.min(...inputValue);
    }
    const elements = inputValue;
    let minElement = elements[0];
    for (let i = 1; i < elements.length; i += 1) {
      if (elements[i].localeCompare(minElement) < 0) {
        minElement = elements[i];
      }
    }
    return minElement;
  };
  functionMinBy = (resolvedArgs) => {
    const exprefNode = resolvedArgs[1];
    const resolvedArray = resolvedArgs[0];
    const keyFunction = this.createKeyFunction(exprefNode, [0 /* TYPE_NUMBER */, 2 /* TYPE_STRING */]);
    let minNumber = Infinity;
    let minRecord;
    let current;
    for (let i = 0; i < resolvedArray.length; i += 1) {
      current = keyFunction && keyFunction(resolvedArray[i]);
      if (current !== void 0 && current < minNumber) {
        minNumber = current;
        minRecord = resolvedArray[i];
      }
    }
    return minRecord || null;
  };
  functionNotNull = (resolvedArgs) => {
    for (let i = 0; i < resolvedArgs.length; i += 1) {
      if (this.getTypeName(resolvedArgs[i]) !== 7 /* TYPE_NULL */) {
        return resolvedArgs[i];
      }
    }
    return null;
  };
  functionPadLeft = this.createPadFunction(padLeft);
  functionPadRight = this.createPadFunction(padRight);
  createPadFunction(padFn) {
    return (resolvedArgs) => {
      const subject = resolvedArgs[0];
      const width = resolvedArgs[1];
      const padding = resolvedArgs.length > 2 ? resolvedArgs[2] : void 0;
      return padFn(subject, width, padding);
    };
  }
  functionReplace = (resolvedArgs) => {
    const subject = resolvedArgs[0];
    const string = resolvedArgs[1];
    const by = resolvedArgs[2];
    return replace(subject, string, by, resolvedArgs.length > 3 ? resolvedArgs[3] : void 0);
  };
  functionSplit = (resolvedArgs) => {
    const subject = resolvedArgs[0];
    const search2 = resolvedArgs[1];
    return split(subject, search2, resolvedArgs.length > 2 ? resolvedArgs[2] : void 0);
  };
  functionReverse = ([inputValue]) => {
    const typeName = this.getTypeName(inputValue);
    if (typeName === 2 /* TYPE_STRING */) {
      return new Text(inputValue).reverse();
    }
    const reversedArray = inputValue.slice(0);
    reversedArray.reverse();
    return reversedArray;
  };
  functionSort = ([inputValue]) => {
    if (inputValue.length == 0) {
      return inputValue;
    }
    if (typeof inputValue[0] === "string") {
      return [...inputValue].sort(Text.comparer);
    }
    return [...inputValue].sort();
  };
  functionSortBy = (resolvedArgs) => {
    const sortedArray = resolvedArgs[0].slice(0);
    if (sortedArray.length === 0) {
      return sortedArray;
    }
    const interpreter = this._interpreter;
    const exprefNode = resolvedArgs[1];
    const requiredType = this.getTypeName(interpreter.visit(exprefNode, sortedArray[0]));
    if (requiredType !== void 0 && ![0 /* TYPE_NUMBER */, 2 /* TYPE_STRING */].includes(requiredType)) {
      throw new Error(`Invalid type: unexpected type (${this.TYPE_NAME_TABLE[requiredType]})`);
    }
    function throwInvalidTypeError(rt, item) {
      throw new Error(
        `Invalid type: expected (${rt.TYPE_NAME_TABLE[requiredType]}), received ${rt.TYPE_NAME_TABLE[rt.getTypeName(item)]}`
      );
    }
    return sortedArray.sort((a, b) => {
      const exprA = interpreter.visit(exprefNode, a);
      const exprB = interpreter.visit(exprefNode, b);
      if (this.getTypeName(exprA) !== requiredType) {
        throwInvalidTypeError(this, exprA);
      } else if (this.getTypeName(exprB) !== requiredType) {
        throwInvalidTypeError(this, exprB);
      }
      if (requiredType === 2 /* TYPE_STRING */) {
        return Text.comparer(exprA, exprB);
      }
      return exprA - exprB;
    });
  };
  functionStartsWith = ([searchable, searchStr]) => {
    return searchable.startsWith(searchStr);
  };
  functionSum = ([inputValue]) => {
    return inputValue.reduce((x, y) => x + y, 0);
  };
  functionToArray = ([inputValue]) => {
    if (this.getTypeName(inputValue) === 3 /* TYPE_ARRAY */) {
      return inputValue;
    }
    return [inputValue];
  };
  functionToNumber = ([inputValue]) => {
    const typeName = this.getTypeName(inputValue);
    let convertedValue;
    if (typeName === 0 /* TYPE_NUMBER */) {
      return inputValue;
    }
    if (typeName === 2 /* TYPE_STRING */) {
      convertedValue = +inputValue;
      if (!isNaN(convertedValue)) {
        return convertedValue;
      }
    }
    return null;
  };
  functionToString = ([inputValue]) => {
    if (this.getTypeName(inputValue) === 2 /* TYPE_STRING */) {
      return inputValue;
    }
    return JSON.stringify(inputValue);
  };
  functionTrim = this.createTrimFunction(trim);
  functionTrimLeft = this.createTrimFunction(trimLeft);
  functionTrimRight = this.createTrimFunction(trimRight);
  createTrimFunction(trimFn) {
    return (resolvedArgs) => {
      const subject = resolvedArgs[0];
      const chars = resolvedArgs.length > 1 ? resolvedArgs[1] : void 0;
      return trimFn(subject, chars);
    };
  }
  functionType = ([inputValue]) => {
    switch (this.getTypeName(inputValue)) {
      case 0 /* TYPE_NUMBER */:
        return "number";
      case 2 /* TYPE_STRING */:
        return "string";
      case 3 /* TYPE_ARRAY */:
        return "array";
      case 4 /* TYPE_OBJECT */:
        return "object";
      case 5 /* TYPE_BOOLEAN */:
        return "boolean";
      case 7 /* TYPE_NULL */:
        return "null";
      default:
        throw new Error("invalid-type");
    }
  };
  functionZip = (array) => {
    const length = Math.min(...array.map((arr) => arr.length));
    const result = Array(length).fill(null).map((_, index) => array.map((arr) => arr[index]));
    return result;
  };
};

// src/Scope.ts
var ScopeChain = class _ScopeChain {
  inner = void 0;
  data = {};
  get currentScopeData() {
    return this.data;
  }
  withScope(data) {
    const outer = new _ScopeChain();
    outer.inner = this;
    outer.data = data;
    return outer;
  }
  getValue(identifier) {
    if (Object.prototype.hasOwnProperty.call(this.data, identifier)) {
      return this.data[identifier];
    }
    if (this.inner) {
      return this.inner.getValue(identifier);
    }
    return null;
  }
};

// src/TreeInterpreter.ts
var emptyScopeChain = new ScopeChain();
var TreeInterpreter = class _TreeInterpreter {
  runtime;
  _rootValue = null;
  _scope;
  constructor() {
    this.runtime = new Runtime(this);
    this._scope = new ScopeChain();
  }
  withScope(scope) {
    const interpreter = new _TreeInterpreter();
    interpreter.runtime._functionTable = this.runtime._functionTable;
    interpreter._rootValue = this._rootValue;
    interpreter._scope = this._scope.withScope(scope);
    return interpreter;
  }
  search(node, value) {
    this._rootValue = value;
    this._scope = emptyScopeChain;
    return this.visit(node, value);
  }
  visit(node, value) {
    switch (node.type) {
      case "Ternary": {
        const condition = this.visit(node.condition, value);
        if (!isFalse(condition)) {
          return this.visit(node.trueExpr, value);
        }
        return this.visit(node.falseExpr, value);
      }
      case "Field":
        const identifier = node.name;
        if (value === null || typeof value !== "object" || Array.isArray(value)) {
          return null;
        }
        return value[identifier] ?? null;
      case "LetExpression": {
        const { bindings, expression } = node;
        let scope = {};
        bindings.forEach((binding) => {
          const reference = this.visit(binding, value);
          scope = {
            ...scope,
            ...reference
          };
        });
        return this.withScope(scope).visit(expression, value);
      }
      case "Binding": {
        const { variable, reference } = node;
        const result = this.visit(reference, value);
        return { [variable]: result };
      }
      case "Variable": {
        const variable = node.name;
        if (!this._scope.getValue(variable) && !Object.prototype.hasOwnProperty.call(this._scope.currentScopeData, variable)) {
          throw new Error(`Error referencing undefined variable ${variable}`);
        }
        return this._scope.getValue(variable);
      }
      case "IndexExpression":
        return this.visit(node.right, this.visit(node.left, value));
      case "Subexpression": {
        const result = this.visit(node.left, value);
        return result != null ? this.visit(node.right, result) ?? null : null;
      }
      case "Index": {
        if (!Array.isArray(value)) {
          return null;
        }
        const index = node.value < 0 ? value.length + node.value : node.value;
        return value[index] ?? null;
      }
      case "Slice": {
        if (!Array.isArray(value) && typeof value !== "string") {
          return null;
        }
        const { start, stop, step } = this.computeSliceParams(value.length, node);
        if (typeof value === "string") {
          const chars = [...value];
          const sliced = this.slice(chars, start, stop, step);
          return sliced.join("");
        } else {
          return this.slice(value, start, stop, step);
        }
      }
      case "Projection": {
        const { left, right } = node;
        let allowString = false;
        if (left.type === "IndexExpression" && left.right.type === "Slice") {
          allowString = true;
        }
        const base = this.visit(left, value);
        if (allowString && typeof base === "string") {
          return this.visit(right, base);
        }
        if (!Array.isArray(base)) {
          return null;
        }
        const collected = [];
        for (const elem of base) {
          const current = this.visit(right, elem);
          if (current !== null) {
            collected.push(current);
          }
        }
        return collected;
      }
      case "ValueProjection": {
        const { left, right } = node;
        const base = this.visit(left, value);
        if (base === null || typeof base !== "object" || Array.isArray(base)) {
          return null;
        }
        const collected = [];
        const values = Object.values(base);
        for (const elem of values) {
          const current = this.visit(right, elem);
          if (current !== null) {
            collected.push(current);
          }
        }
        return collected;
      }
      case "FilterProjection": {
        const { left, right, condition } = node;
        const base = this.visit(left, value);
        if (!Array.isArray(base)) {
          return null;
        }
        const results = [];
        for (const elem of base) {
          const matched = this.visit(condition, elem);
          if (isFalse(matched)) {
            continue;
          }
          const result = this.visit(right, elem);
          if (result !== null) {
            results.push(result);
          }
        }
        return results;
      }
      case "Arithmetic": {
        const first = this.visit(node.left, value);
        const second = this.visit(node.right, value);
        switch (node.operator) {
          case "Plus" /* TOK_PLUS */:
            return add(first, second);
          case "Minus" /* TOK_MINUS */:
            return sub(first, second);
          case "Multiply" /* TOK_MULTIPLY */:
          case "Star" /* TOK_STAR */:
            return mul(first, second);
          case "Divide" /* TOK_DIVIDE */:
            return divide(first, second);
          case "Modulo" /* TOK_MODULO */:
            return mod(first, second);
          case "Div" /* TOK_DIV */:
            return div(first, second);
          default:
            throw new Error(`Syntax error: unknown arithmetic operator: ${node.operator}`);
        }
      }
      case "Unary": {
        const operand = this.visit(node.operand, value);
        switch (node.operator) {
          case "Plus" /* TOK_PLUS */:
            ensureNumbers(operand);
            return operand;
          case "Minus" /* TOK_MINUS */:
            ensureNumbers(operand);
            return -operand;
          default:
            throw new Error(`Syntax error: unknown arithmetic operator: ${node.operator}`);
        }
      }
      case "Comparator": {
        const first = this.visit(node.left, value);
        const second = this.visit(node.right, value);
        switch (node.name) {
          case "EQ":
            return strictDeepEqual(first, second);
          case "NE":
            return !strictDeepEqual(first, second);
        }
        if (typeof first !== "number" || typeof second !== "number") {
          return null;
        }
        switch (node.name) {
          case "GT":
            return first > second;
          case "GTE":
            return first >= second;
          case "LT":
            return first < second;
          case "LTE":
            return first <= second;
        }
      }
      case "Flatten": {
        const original = this.visit(node.child, value);
        return Array.isArray(original) ? original.flat() : null;
      }
      case "Root":
        return this._rootValue;
      case "MultiSelectList": {
        const collected = [];
        for (const child of node.children) {
          collected.push(this.visit(child, value));
        }
        return collected;
      }
      case "MultiSelectHash": {
        const collected = {};
        for (const child of node.children) {
          collected[child.name] = this.visit(child.value, value);
        }
        return collected;
      }
      case "OrExpression": {
        const result = this.visit(node.left, value);
        if (isFalse(result)) {
          return this.visit(node.right, value);
        }
        return result;
      }
      case "AndExpression": {
        const result = this.visit(node.left, value);
        if (isFalse(result)) {
          return result;
        }
        return this.visit(node.right, value);
      }
      case "NotExpression":
        return isFalse(this.visit(node.child, value));
      case "Literal":
        return node.value;
      case "Pipe":
        return this.visit(node.right, this.visit(node.left, value));
      case "Function": {
        const args = [];
        for (const child of node.children) {
          args.push(this.visit(child, value));
        }
        return this.runtime.callFunction(node.name, args);
      }
      case "ExpressionReference":
        return {
          expref: true,
          ...node.child
        };
      case "Current":
      case "Identity":
        return value;
    }
  }
  computeSliceParams(arrayLength, sliceNode) {
    let { start, stop, step } = sliceNode;
    if (step === null) {
      step = 1;
    } else if (step === 0) {
      const error = new Error("Invalid value: slice step cannot be 0");
      error.name = "RuntimeError";
      throw error;
    }
    start = start === null ? step < 0 ? arrayLength - 1 : 0 : this.capSliceRange(arrayLength, start, step);
    stop = stop === null ? step < 0 ? -1 : arrayLength : this.capSliceRange(arrayLength, stop, step);
    return { start, stop, step };
  }
  capSliceRange(arrayLength, actualValue, step) {
    let nextActualValue = actualValue;
    if (nextActualValue < 0) {
      nextActualValue += arrayLength;
      if (nextActualValue < 0) {
        nextActualValue = step < 0 ? -1 : 0;
      }
    } else if (nextActualValue >= arrayLength) {
      nextActualValue = step < 0 ? arrayLength - 1 : arrayLength;
    }
    return nextActualValue;
  }
  slice(collection, start, end, step) {
    const result = [];
    if (step > 0) {
      for (let i = start; i < end; i += step) {
        result.push(collection[i]);
      }
    } else {
      for (let i = start; i > end; i += step) {
        result.push(collection[i]);
      }
    }
    return result;
  }
};
var TreeInterpreterInstance = new TreeInterpreter();
var TreeInterpreter_default = TreeInterpreterInstance;

// src/index.ts
var TYPE_ANY = 1 /* TYPE_ANY */;
var TYPE_ARRAY = 3 /* TYPE_ARRAY */;
var TYPE_ARRAY_ARRAY = 11 /* TYPE_ARRAY_ARRAY */;
var TYPE_ARRAY_NUMBER = 8 /* TYPE_ARRAY_NUMBER */;
var TYPE_ARRAY_OBJECT = 10 /* TYPE_ARRAY_OBJECT */;
var TYPE_ARRAY_STRING = 9 /* TYPE_ARRAY_STRING */;
var TYPE_BOOLEAN = 5 /* TYPE_BOOLEAN */;
var TYPE_EXPREF = 6 /* TYPE_EXPREF */;
var TYPE_NULL = 7 /* TYPE_NULL */;
var TYPE_NUMBER = 0 /* TYPE_NUMBER */;
var TYPE_OBJECT = 4 /* TYPE_OBJECT */;
var TYPE_STRING = 2 /* TYPE_STRING */;
function compile(expression, options) {
  const nodeTree = Parser_default.parse(expression, options);
  return nodeTree;
}
function tokenize(expression, options) {
  return Lexer_default.tokenize(expression, options);
}
var registerFunction = (functionName, customFunction, signature, options) => {
  TreeInterpreter_default.runtime.registerFunction(functionName, customFunction, signature, options);
};
var register = (name, customFunction, signature, options) => {
  return TreeInterpreter_default.runtime.register(name, customFunction, signature, options);
};
var unregisterFunction = (name) => {
  return TreeInterpreter_default.runtime.unregister(name);
};
var isRegistered = (name) => {
  return TreeInterpreter_default.runtime.isRegistered(name);
};
var getRegisteredFunctions = () => {
  return TreeInterpreter_default.runtime.getRegistered();
};
var getCustomFunctions = () => {
  return TreeInterpreter_default.runtime.getCustomFunctions();
};
var clearCustomFunctions = () => {
  TreeInterpreter_default.runtime.clearCustomFunctions();
};
function search(data, expression, options) {
  const nodeTree = Parser_default.parse(expression, options);
  return TreeInterpreter_default.search(nodeTree, data);
}
function Scope() {
  return new ScopeChain();
}
var TreeInterpreter2 = TreeInterpreter_default;
var jmespath = {
  compile,
  registerFunction,
  register,
  unregisterFunction,
  isRegistered,
  getRegisteredFunctions,
  getCustomFunctions,
  clearCustomFunctions,
  search,
  tokenize,
  TreeInterpreter: TreeInterpreter2,
  TYPE_ANY,
  TYPE_ARRAY_NUMBER,
  TYPE_ARRAY_STRING,
  TYPE_ARRAY,
  TYPE_BOOLEAN,
  TYPE_EXPREF,
  TYPE_NULL,
  TYPE_NUMBER,
  TYPE_OBJECT,
  TYPE_STRING
};


//# sourceMappingURL=index.mjs.map
//# sourceMappingURL=index.mjs.map

/***/ })

};
