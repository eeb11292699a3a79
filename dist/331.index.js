export const id = 331;
export const ids = [331];
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

/***/ }),

/***/ 26892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ CsvError)
/* harmony export */ });
class CsvError extends Error {
  constructor(code, message, options, ...contexts) {
    if (Array.isArray(message)) message = message.join(" ").trim();
    super(message);
    if (Error.captureStackTrace !== undefined) {
      Error.captureStackTrace(this, CsvError);
    }
    this.code = code;
    for (const context of contexts) {
      for (const key in context) {
        const value = context[key];
        this[key] = Buffer.isBuffer(value)
          ? value.toString(options.encoding)
          : value == null
            ? value
            : JSON.parse(JSON.stringify(value));
      }
    }
  }
}




/***/ }),

/***/ 37084:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* reexport */ CsvError/* CsvError */.J),
  p: () => (/* binding */ transform)
});

// EXTERNAL MODULE: ./node_modules/csv-parse/lib/api/normalize_columns_array.js
var normalize_columns_array = __webpack_require__(9321);
;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/utils/ResizeableBuffer.js
class ResizeableBuffer {
  constructor(size = 100) {
    this.size = size;
    this.length = 0;
    this.buf = Buffer.allocUnsafe(size);
  }
  prepend(val) {
    if (Buffer.isBuffer(val)) {
      const length = this.length + val.length;
      if (length >= this.size) {
        this.resize();
        if (length >= this.size) {
          throw Error("INVALID_BUFFER_STATE");
        }
      }
      const buf = this.buf;
      this.buf = Buffer.allocUnsafe(this.size);
      val.copy(this.buf, 0);
      buf.copy(this.buf, val.length);
      this.length += val.length;
    } else {
      const length = this.length++;
      if (length === this.size) {
        this.resize();
      }
      const buf = this.clone();
      this.buf[0] = val;
      buf.copy(this.buf, 1, 0, length);
    }
  }
  append(val) {
    const length = this.length++;
    if (length === this.size) {
      this.resize();
    }
    this.buf[length] = val;
  }
  clone() {
    return Buffer.from(this.buf.slice(0, this.length));
  }
  resize() {
    const length = this.length;
    this.size = this.size * 2;
    const buf = Buffer.allocUnsafe(this.size);
    this.buf.copy(buf, 0, 0, length);
    this.buf = buf;
  }
  toString(encoding) {
    if (encoding) {
      return this.buf.toString(encoding, 0, this.length);
    } else {
      return Uint8Array.prototype.slice.call(this.buf.slice(0, this.length));
    }
  }
  toJSON() {
    return this.toString("utf8");
  }
  reset() {
    this.length = 0;
  }
}

/* harmony default export */ const utils_ResizeableBuffer = (ResizeableBuffer);

;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/api/init_state.js


const init_state = function (options) {
  // ECMAScript WhiteSpace + LineTerminator codepoints, encoded under
  // `options.encoding`. Aligns trimming with `String.prototype.trim()`.
  // https://tc39.es/ecma262/#sec-white-space
  // https://tc39.es/ecma262/#sec-line-terminators
  //
  // Codepoints unrepresentable in the target encoding are dropped: Node's
  // Buffer substitutes them with `?` (0x3F), and including those would cause
  // literal `?` bytes in the input to be trimmed under `latin1`/`ascii`.
  const timchars = [
    // Basic Latin
    0x0020, // [Space](https://www.fileformat.info/info/unicode/char/0020/index.htm)
    0x0009, // [CHARACTER TABULATION (HT)](https://www.fileformat.info/info/unicode/char/0009/index.htm)
    0x000a, // [LINE FEED (LF)](https://www.fileformat.info/info/unicode/char/000a/index.htm)
    0x000d, // [CARRIAGE RETURN (CR)](https://www.fileformat.info/info/unicode/char/000d/index.htm)
    0x000c, // [FORM FEED (FF)](https://www.fileformat.info/info/unicode/char/000c/index.htm)
    0x000b, // [LINE TABULATION (VT)](https://www.fileformat.info/info/unicode/char/000b/index.htm)
    // Latin-1 Supplement
    0x00a0, // [NO-BREAK SPACE (NBSP)](https://www.fileformat.info/info/unicode/char/00a0/index.htm)
    // Ogham
    0x1680, // [OGHAM SPACE MARK](https://www.fileformat.info/info/unicode/char/1680/index.htm)
    // General Punctuation
    0x2000, // [EN QUAD](https://www.fileformat.info/info/unicode/char/2000/index.htm)
    0x2001, // [EM QUAD](https://www.fileformat.info/info/unicode/char/2001/index.htm)
    0x2002, // [EN SPACE](https://www.fileformat.info/info/unicode/char/2002/index.htm)
    0x2003, // [EM SPACE](https://www.fileformat.info/info/unicode/char/2003/index.htm)
    0x2004, // [THREE-PER-EM SPACE](https://www.fileformat.info/info/unicode/char/2004/index.htm)
    0x2005, // [FOUR-PER-EM SPACE](https://www.fileformat.info/info/unicode/char/2005/index.htm)
    0x2006, // [SIX-PER-EM SPACE](https://www.fileformat.info/info/unicode/char/2006/index.htm)
    0x2007, // [FIGURE SPACE](https://www.fileformat.info/info/unicode/char/2007/index.htm)
    0x2008, // [PUNCTUATION SPACE](https://www.fileformat.info/info/unicode/char/2008/index.htm)
    0x2009, // [THIN SPACE](https://www.fileformat.info/info/unicode/char/2009/index.htm)
    0x200a, // [HAIR SPACE](https://www.fileformat.info/info/unicode/char/200a/index.htm)
    0x2028, // [LINE SEPARATOR](https://www.fileformat.info/info/unicode/char/2028/index.htm)
    0x2029, // [PARAGRAPH SEPARATOR](https://www.fileformat.info/info/unicode/char/2029/index.htm)
    0x202f, // [NARROW NO-BREAK SPACE (NNBSP)](https://www.fileformat.info/info/unicode/char/202f/index.htm)
    0x205f, // [MEDIUM MATHEMATICAL SPACE (MMSP)](https://www.fileformat.info/info/unicode/char/205f/index.htm)
    0x3000, // [IDEOGRAPHIC SPACE](https://www.fileformat.info/info/unicode/char/3000/index.htm)
    0xfeff, // [ZERO WIDTH NO-BREAK SPACE (BOM)](https://www.fileformat.info/info/unicode/char/feff/index.htm)
  ].reduce((acc, codepoint) => {
    const encoded = Buffer.from(
      String.fromCharCode(codepoint),
      options.encoding,
    );
    if (codepoint !== 0x3f && encoded.length === 1 && encoded[0] === 0x3f) {
      return acc;
    }
    acc.push(encoded);
    return acc;
  }, []);
  // First-byte lookup table for `__isCharTrimable`. Non-whitespace bytes
  // (the common case) bail out in O(1) without scanning every timchar.
  const timcharFirstBytes = new Uint8Array(256);
  for (const t of timchars) timcharFirstBytes[t[0]] = 1;
  return {
    bomSkipped: false,
    bufBytesStart: 0,
    castField: options.cast_function,
    commenting: false,
    delimiterBufPrevious: undefined,
    delimiterDiscovered: false,
    // Current error encountered by a record
    error: undefined,
    enabled: options.from_line === 1,
    escaping: false,
    escapeIsQuote:
      Buffer.isBuffer(options.escape) &&
      Buffer.isBuffer(options.quote) &&
      Buffer.compare(options.escape, options.quote) === 0,
    // columns can be `false`, `true`, `Array`
    expectedRecordLength: Array.isArray(options.columns)
      ? options.columns.length
      : undefined,
    field: new utils_ResizeableBuffer(20),
    firstLineToHeaders: options.cast_first_line_to_header,
    needMoreDataSize: Math.max(
      // Skip if the remaining buffer smaller than comment
      options.comment !== null ? options.comment.length : 0,
      // Skip if the remaining buffer can be delimiter
      ...(options.delimiter
        ? options.delimiter.map((delimiter) => delimiter.length)
        : []),
      // Auto discovery of delimiter is limited to 1 character
      options.delimiter_auto ? 1 : 0,
      // Skip if the remaining buffer can be escape sequence
      options.quote !== null ? options.quote.length : 0,
      // Skip if the remaining buffer can be a multi-byte trim character
      ...timchars.map((t) => t.length),
    ),
    previousBuf: undefined,
    quoting: false,
    stop: false,
    rawBuffer: new utils_ResizeableBuffer(100),
    record: [],
    recordHasError: false,
    record_length: 0,
    recordDelimiterMaxLength:
      options.record_delimiter.length === 0
        ? 0
        : Math.max(...options.record_delimiter.map((v) => v.length)),
    trimChars: [
      Buffer.from(" ", options.encoding)[0],
      Buffer.from("\t", options.encoding)[0],
    ],
    wasQuoting: false,
    wasRowDelimiter: false,
    timchars: timchars,
    timcharFirstBytes: timcharFirstBytes,
  };
};



// EXTERNAL MODULE: ./node_modules/csv-parse/lib/api/normalize_options.js + 1 modules
var normalize_options = __webpack_require__(86845);
// EXTERNAL MODULE: ./node_modules/csv-parse/lib/api/CsvError.js
var CsvError = __webpack_require__(26892);
;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/utils/delimiter_discover.js



// Discussed in [issue #400](https://github.com/adaltas/node-csv/issues/400)
// See https://github.com/python/cpython/blob/ea1b1c579f600cc85d145c60862b2e6b98701b24/Lib/csv.py#L349
const delimiter_discover = function (records, options) {
  // Normalize the configuration
  if (!options) {
    ({ delimiter_auto: options } = (0,normalize_options/* normalize_options */.f)({ delimiter_auto: true }));
  }
  // Convert String to Buffer
  if (typeof records === "string") {
    records = Buffer.from(records);
  }
  // Convert Buffer to an array of records
  if (Buffer.isBuffer(records)) {
    records = ((data) => {
      const records = [];
      const parser = transform({ delimiter: [] });
      const push = (record) => records.push(record);
      const close = () => {};
      const error = parser.parse(data, true, push, close);
      if (error !== undefined) throw error;
      return records;
    })(records);
  }
  // Info array initialization, 127 entries, one per char code
  const info = Array(127)
    .fill()
    .map(() => ({ lines: [] }));
  // Traverse each records, count occurences per char code
  records.map(([record], line) => {
    for (let i = 0, l = record.length; i < l; i++) {
      // Count the character frequency
      const code = record.charCodeAt(i);
      if (info[code].lines[line] === undefined) info[code].lines[line] = 0;
      info[code].lines[line]++;
    }
  });
  // Traverse each char code, compute the score
  info.map((info, i) => {
    info.char_code = i;
    info.std = std(info.lines);
    info.total = info.lines.reduce((acc, val) => acc + val, 0);
    info.preferred = !!options.preferred[i];
    info.score = options.score(info, options);
  });
  // Extract the dominant character
  const result = info.reduce(
    (acc, info) => (acc.score > info.score ? acc : info),
    {},
  );
  return String.fromCharCode(result.char_code);
};

const std = function (array) {
  const n = array.length;
  if (n === 0) return 0;
  const mean = array.reduce((a, b) => a + b) / n;
  return Math.sqrt(
    array.map((x) => Math.pow(x - mean, 2)).reduce((a, b) => a + b) / n,
  );
};



;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/api/index.js






const isRecordEmpty = function (record) {
  return record.every(
    (field) =>
      field == null || (field.toString && field.toString().trim() === ""),
  );
};

const cr = 13; // `\r`, carriage return, 0x0D in hexadécimal, 13 in decimal
const nl = 10; // `\n`, newline, 0x0A in hexadecimal, 10 in decimal

const boms = {
  // Note, the following are equals:
  // Buffer.from("\ufeff")
  // Buffer.from([239, 187, 191])
  // Buffer.from('EFBBBF', 'hex')
  utf8: Buffer.from([239, 187, 191]),
  // Note, the following are equals:
  // Buffer.from "\ufeff", 'utf16le
  // Buffer.from([255, 254])
  utf16le: Buffer.from([255, 254]),
};

const transform = function (original_options = {}) {
  const info = {
    bytes: 0,
    bytes_records: 0,
    comment_lines: 0,
    empty_lines: 0,
    invalid_field_length: 0,
    lines: 1,
    records: 0,
  };
  const options = (0,normalize_options/* normalize_options */.f)(original_options);
  return {
    info: info,
    original_options: original_options,
    options: options,
    state: init_state(options),
    __needMoreData: function (i, bufLen, end) {
      if (end) return false;
      const { encoding, escape, quote } = this.options;
      const { quoting, needMoreDataSize, recordDelimiterMaxLength } =
        this.state;
      const numOfCharLeft = bufLen - i - 1;
      const requiredLength = Math.max(
        needMoreDataSize,
        // Skip if the remaining buffer smaller than record delimiter
        // If "record_delimiter" is yet to be discovered:
        // 1. It is equals to `[]` and "recordDelimiterMaxLength" equals `0`
        // 2. We set the length to windows line ending in the current encoding
        // Note, that encoding is known from user or bom discovery at that point
        // recordDelimiterMaxLength,
        recordDelimiterMaxLength === 0
          ? Buffer.from("\r\n", encoding).length
          : recordDelimiterMaxLength,
        // Skip if remaining buffer can be an escaped quote
        quoting ? (escape === null ? 0 : escape.length) + quote.length : 0,
        // Skip if remaining buffer can be record delimiter following the closing quote
        quoting ? quote.length + recordDelimiterMaxLength : 0,
      );
      return numOfCharLeft < requiredLength;
    },
    // Central parser implementation
    parse: function (nextBuf, end, push, close) {
      const {
        bom,
        comment_no_infix,
        delimiter_auto,
        encoding,
        from_line,
        ltrim,
        max_record_size,
        raw,
        relax_quotes,
        rtrim,
        skip_empty_lines,
        to,
        to_line,
      } = this.options;
      let { comment, escape, quote, record_delimiter } = this.options;
      const {
        bomSkipped,
        delimiterDiscovered,
        delimiterBufPrevious,
        rawBuffer,
        escapeIsQuote,
      } = this.state;
      // Automatic delimiter discovery
      if (!delimiterDiscovered && delimiter_auto) {
        let delimiterBuf;
        if (delimiterBufPrevious === undefined) {
          delimiterBuf = nextBuf;
        } else if (
          delimiterBufPrevious !== undefined &&
          nextBuf === undefined
        ) {
          delimiterBuf = delimiterBufPrevious;
        } else {
          delimiterBuf = Buffer.concat([delimiterBufPrevious, nextBuf]);
        }
        // Ensure that nextBuf is not concatenated a second time during buffer reconciliation
        nextBuf = undefined;
        // this.delimiterBufPrevious = delimiterBuf;
        if (end || delimiterBuf.length > delimiter_auto.size) {
          this.options.delimiter = [
            Buffer.from(
              delimiter_discover(delimiterBuf, this.options.delimiter_auto),
            ),
          ];
          this.state.previousBuf = delimiterBuf;
          this.state.delimiterBufPrevious = undefined;
          this.state.delimiterDiscovered = true;
        } else {
          this.state.delimiterBufPrevious = delimiterBuf;
          return;
        }
      }
      // Previous buffers reconciliation
      const { previousBuf } = this.state;
      let buf;
      if (previousBuf === undefined) {
        if (nextBuf === undefined) {
          // Handle empty string
          close();
          return;
        } else {
          buf = nextBuf;
        }
      } else if (previousBuf !== undefined && nextBuf === undefined) {
        buf = previousBuf;
      } else {
        buf = Buffer.concat([previousBuf, nextBuf]);
      }
      // Handle UTF BOM
      if (bomSkipped === false) {
        if (bom === false) {
          this.state.bomSkipped = true;
        } else if (buf.length < 3) {
          // No enough data
          if (end === false) {
            // Wait for more data
            this.state.previousBuf = buf;
            return;
          }
        } else {
          for (const encoding in boms) {
            if (boms[encoding].compare(buf, 0, boms[encoding].length) === 0) {
              // Skip BOM
              const bomLength = boms[encoding].length;
              this.state.bufBytesStart += bomLength;
              buf = buf.slice(bomLength);
              // Renormalize original options with the new encoding
              const options = (0,normalize_options/* normalize_options */.f)({
                ...this.original_options,
                encoding: encoding,
              });
              // Properties are merged with the existing options instance
              for (const key in options) {
                this.options[key] = options[key];
              }
              // Options will re-evaluate the Buffer with the new encoding
              ({ comment, escape, quote } = this.options);
              break;
            }
          }
          this.state.bomSkipped = true;
        }
      }
      const bufLen = buf.length;
      let pos;
      for (pos = 0; pos < bufLen; pos++) {
        // Ensure we get enough space to look ahead
        // There should be a way to move this out of the loop
        if (this.__needMoreData(pos, bufLen, end)) {
          break;
        }
        if (this.state.wasRowDelimiter === true) {
          this.info.lines++;
          this.state.wasRowDelimiter = false;
        }
        if (to_line !== -1 && this.info.lines > to_line) {
          this.state.stop = true;
          close();
          return;
        }
        // Auto discovery of record_delimiter, unix, mac and windows supported
        if (this.state.quoting === false && record_delimiter.length === 0) {
          const record_delimiterCount = this.__autoDiscoverRecordDelimiter(
            buf,
            pos,
          );
          if (record_delimiterCount) {
            record_delimiter = this.options.record_delimiter;
          }
        }
        const chr = buf[pos];
        if (raw === true) {
          rawBuffer.append(chr);
        }
        if (
          (chr === cr || chr === nl) &&
          this.state.wasRowDelimiter === false
        ) {
          this.state.wasRowDelimiter = true;
        }
        // Previous char was a valid escape char
        // treat the current char as a regular char
        if (this.state.escaping === true) {
          this.state.escaping = false;
        } else {
          // Escape is only active inside quoted fields
          // We are quoting, the char is an escape chr and there is a chr to escape
          // if(escape !== null && this.state.quoting === true && chr === escape && pos + 1 < bufLen){
          if (
            escape !== null &&
            this.state.quoting === true &&
            this.__isEscape(buf, pos, chr) &&
            pos + escape.length < bufLen
          ) {
            if (escapeIsQuote) {
              if (this.__isQuote(buf, pos + escape.length)) {
                this.state.escaping = true;
                pos += escape.length - 1;
                continue;
              }
            } else {
              this.state.escaping = true;
              pos += escape.length - 1;
              continue;
            }
          }
          // Not currently escaping and chr is a quote
          // TODO: need to compare bytes instead of single char
          if (this.state.commenting === false && this.__isQuote(buf, pos)) {
            if (this.state.quoting === true) {
              const nextChr = buf[pos + quote.length];
              const isNextChrTrimable =
                rtrim && this.__isCharTrimable(buf, pos + quote.length);
              const isNextChrComment =
                comment !== null &&
                this.__compareBytes(comment, buf, pos + quote.length, nextChr);
              const isNextChrDelimiter = this.__isDelimiter(
                buf,
                pos + quote.length,
                nextChr,
              );
              const isNextChrRecordDelimiter =
                record_delimiter.length === 0
                  ? this.__autoDiscoverRecordDelimiter(buf, pos + quote.length)
                  : this.__isRecordDelimiter(nextChr, buf, pos + quote.length);
              // Escape a quote
              // Treat next char as a regular character
              if (
                escape !== null &&
                this.__isEscape(buf, pos, chr) &&
                this.__isQuote(buf, pos + escape.length)
              ) {
                pos += escape.length - 1;
              } else if (
                !nextChr ||
                isNextChrDelimiter ||
                isNextChrRecordDelimiter ||
                isNextChrComment ||
                isNextChrTrimable
              ) {
                this.state.quoting = false;
                this.state.wasQuoting = true;
                pos += quote.length - 1;
                continue;
              } else if (relax_quotes === false) {
                const err = this.__error(
                  new CsvError/* CsvError */.J(
                    "CSV_INVALID_CLOSING_QUOTE",
                    [
                      "Invalid Closing Quote:",
                      `got "${String.fromCharCode(nextChr)}"`,
                      `at line ${this.info.lines}`,
                      "instead of delimiter, record delimiter, trimable character",
                      "(if activated) or comment",
                    ],
                    this.options,
                    this.__infoField(),
                  ),
                );
                if (err !== undefined) return err;
              } else {
                this.state.quoting = false;
                this.state.wasQuoting = true;
                this.state.field.prepend(quote);
                pos += quote.length - 1;
              }
            } else {
              if (this.state.field.length !== 0) {
                // In relax_quotes mode, treat opening quote preceded by chrs as regular
                if (relax_quotes === false) {
                  const info = this.__infoField();
                  const bom = Object.keys(boms)
                    .map((b) =>
                      boms[b].equals(this.state.field.toString()) ? b : false,
                    )
                    .filter(Boolean)[0];
                  const err = this.__error(
                    new CsvError/* CsvError */.J(
                      "INVALID_OPENING_QUOTE",
                      [
                        "Invalid Opening Quote:",
                        `a quote is found on field ${JSON.stringify(info.column)} at line ${info.lines}, value is ${JSON.stringify(this.state.field.toString(encoding))}`,
                        bom ? `(${bom} bom)` : undefined,
                      ],
                      this.options,
                      info,
                      {
                        field: this.state.field,
                      },
                    ),
                  );
                  if (err !== undefined) return err;
                }
              } else {
                this.state.quoting = true;
                pos += quote.length - 1;
                continue;
              }
            }
          }
          if (this.state.quoting === false) {
            const recordDelimiterLength = this.__isRecordDelimiter(
              chr,
              buf,
              pos,
            );
            if (recordDelimiterLength !== 0) {
              // Do not emit comments which take a full line
              const skipCommentLine =
                this.state.commenting &&
                this.state.wasQuoting === false &&
                this.state.record.length === 0 &&
                this.state.field.length === 0;
              if (skipCommentLine) {
                this.info.comment_lines++;
                // Skip full comment line
              } else {
                // Activate records emission if above from_line
                if (
                  this.state.enabled === false &&
                  this.info.lines +
                    (this.state.wasRowDelimiter === true ? 1 : 0) >=
                    from_line
                ) {
                  this.state.enabled = true;
                  this.__resetField();
                  this.__resetRecord();
                  pos += recordDelimiterLength - 1;
                  continue;
                }
                // Skip if line is empty and skip_empty_lines activated
                if (
                  skip_empty_lines === true &&
                  this.state.wasQuoting === false &&
                  this.state.record.length === 0 &&
                  this.state.field.length === 0
                ) {
                  this.info.empty_lines++;
                  pos += recordDelimiterLength - 1;
                  continue;
                }
                this.info.bytes = this.state.bufBytesStart + pos;
                const errField = this.__onField();
                if (errField !== undefined) return errField;
                this.info.bytes =
                  this.state.bufBytesStart + pos + recordDelimiterLength;
                const errRecord = this.__onRecord(push);
                if (errRecord !== undefined) return errRecord;
                if (to !== -1 && this.info.records >= to) {
                  this.state.stop = true;
                  close();
                  return;
                }
              }
              this.state.commenting = false;
              pos += recordDelimiterLength - 1;
              continue;
            }
            if (this.state.commenting) {
              continue;
            }
            if (
              comment !== null &&
              (comment_no_infix === false ||
                (this.state.record.length === 0 &&
                  this.state.field.length === 0))
            ) {
              const commentCount = this.__compareBytes(comment, buf, pos, chr);
              if (commentCount !== 0) {
                this.state.commenting = true;
                continue;
              }
            }
            const delimiterLength = this.__isDelimiter(buf, pos, chr);
            if (delimiterLength !== 0) {
              this.info.bytes = this.state.bufBytesStart + pos;
              const errField = this.__onField();
              if (errField !== undefined) return errField;
              pos += delimiterLength - 1;
              continue;
            }
          }
        }
        if (this.state.commenting === false) {
          if (
            max_record_size !== 0 &&
            this.state.record_length + this.state.field.length > max_record_size
          ) {
            return this.__error(
              new CsvError/* CsvError */.J(
                "CSV_MAX_RECORD_SIZE",
                [
                  "Max Record Size:",
                  "record exceed the maximum number of tolerated bytes",
                  `of ${max_record_size}`,
                  `at line ${this.info.lines}`,
                ],
                this.options,
                this.__infoField(),
              ),
            );
          }
        }
        const lappend =
          ltrim === false ||
          this.state.quoting === true ||
          this.state.field.length !== 0 ||
          !this.__isCharTrimable(buf, pos);
        // rtrim in non quoting is handle in __onField
        const rappend = rtrim === false || this.state.wasQuoting === false;
        if (lappend === true && rappend === true) {
          this.state.field.append(chr);
        } else if (rtrim === true && !this.__isCharTrimable(buf, pos)) {
          return this.__error(
            new CsvError/* CsvError */.J(
              "CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE",
              [
                "Invalid Closing Quote:",
                "found non trimable byte after quote",
                `at line ${this.info.lines}`,
              ],
              this.options,
              this.__infoField(),
            ),
          );
        } else {
          if (lappend === false) {
            pos += this.__isCharTrimable(buf, pos) - 1;
          }
          continue;
        }
      }
      if (end === true) {
        // Ensure we are not ending in a quoting state
        if (this.state.quoting === true) {
          const err = this.__error(
            new CsvError/* CsvError */.J(
              "CSV_QUOTE_NOT_CLOSED",
              [
                "Quote Not Closed:",
                `the parsing is finished with an opening quote at line ${this.info.lines}`,
              ],
              this.options,
              this.__infoField(),
            ),
          );
          if (err !== undefined) return err;
        } else {
          // Skip last line if it has no characters
          if (
            this.state.wasQuoting === true ||
            this.state.record.length !== 0 ||
            this.state.field.length !== 0
          ) {
            this.info.bytes = this.state.bufBytesStart + pos;
            const errField = this.__onField();
            if (errField !== undefined) return errField;
            const errRecord = this.__onRecord(push);
            if (errRecord !== undefined) return errRecord;
          } else if (this.state.wasRowDelimiter === true) {
            this.info.empty_lines++;
          } else if (this.state.commenting === true) {
            this.info.comment_lines++;
          }
        }
      } else {
        this.state.bufBytesStart += pos;
        this.state.previousBuf = buf.slice(pos);
      }
      if (this.state.wasRowDelimiter === true) {
        this.info.lines++;
        this.state.wasRowDelimiter = false;
      }
    },
    __onRecord: function (push) {
      const {
        columns,
        group_columns_by_name,
        encoding,
        info,
        from,
        relax_column_count,
        relax_column_count_less,
        relax_column_count_more,
        raw,
        skip_records_with_empty_values,
      } = this.options;
      const { enabled, record } = this.state;
      if (enabled === false) {
        return this.__resetRecord();
      }
      // Convert the first line into column names
      const recordLength = record.length;
      if (columns === true) {
        if (skip_records_with_empty_values === true && isRecordEmpty(record)) {
          this.__resetRecord();
          return;
        }
        return this.__firstLineToColumns(record);
      }
      if (columns === false && this.info.records === 0) {
        this.state.expectedRecordLength = recordLength;
      }
      if (recordLength !== this.state.expectedRecordLength) {
        const err =
          columns === false
            ? new CsvError/* CsvError */.J(
                "CSV_RECORD_INCONSISTENT_FIELDS_LENGTH",
                [
                  "Invalid Record Length:",
                  `expect ${this.state.expectedRecordLength},`,
                  `got ${recordLength} on line ${this.info.lines}`,
                ],
                this.options,
                this.__infoField(),
                {
                  record: record,
                },
              )
            : new CsvError/* CsvError */.J(
                "CSV_RECORD_INCONSISTENT_COLUMNS",
                [
                  "Invalid Record Length:",
                  `columns length is ${columns.length},`, // rename columns
                  `got ${recordLength} on line ${this.info.lines}`,
                ],
                this.options,
                this.__infoField(),
                {
                  record: record,
                },
              );
        if (
          relax_column_count === true ||
          (relax_column_count_less === true &&
            recordLength < this.state.expectedRecordLength) ||
          (relax_column_count_more === true &&
            recordLength > this.state.expectedRecordLength)
        ) {
          this.info.invalid_field_length++;
          this.state.error = err;
          // Error is undefined with skip_records_with_error
        } else {
          const finalErr = this.__error(err);
          if (finalErr) return finalErr;
        }
      }
      if (skip_records_with_empty_values === true && isRecordEmpty(record)) {
        this.__resetRecord();
        return;
      }
      if (this.state.recordHasError === true) {
        this.__resetRecord();
        this.state.recordHasError = false;
        return;
      }
      this.info.records++;
      if (from === 1 || this.info.records >= from) {
        const { objname } = this.options;
        // With columns, records are object
        if (columns !== false) {
          const obj = {};
          // Transform record array to an object
          for (let i = 0, l = record.length; i < l; i++) {
            if (columns[i] === undefined || columns[i].disabled) continue;
            // Turn duplicate columns into an array
            if (
              group_columns_by_name === true &&
              Object.hasOwn(obj, columns[i].name)
            ) {
              if (Array.isArray(obj[columns[i].name])) {
                obj[columns[i].name] = obj[columns[i].name].concat(record[i]);
              } else {
                obj[columns[i].name] = [obj[columns[i].name], record[i]];
              }
            } else {
              Object.defineProperty(obj, columns[i].name, {
                value: record[i],
                enumerable: true,
                writable: true,
                configurable: true,
              });
            }
          }
          // Without objname (default)
          if (raw === true || info === true) {
            const extRecord = Object.assign(
              { record: obj },
              raw === true
                ? { raw: this.state.rawBuffer.toString(encoding) }
                : {},
              info === true ? { info: this.__infoRecord() } : {},
            );
            const err = this.__push(
              objname === undefined ? extRecord : [obj[objname], extRecord],
              push,
            );
            if (err) {
              return err;
            }
          } else {
            const err = this.__push(
              objname === undefined ? obj : [obj[objname], obj],
              push,
            );
            if (err) {
              return err;
            }
          }
          // Without columns, records are array
        } else {
          if (raw === true || info === true) {
            const extRecord = Object.assign(
              { record: record },
              raw === true
                ? { raw: this.state.rawBuffer.toString(encoding) }
                : {},
              info === true ? { info: this.__infoRecord() } : {},
            );
            const err = this.__push(
              objname === undefined ? extRecord : [record[objname], extRecord],
              push,
            );
            if (err) {
              return err;
            }
          } else {
            const err = this.__push(
              objname === undefined ? record : [record[objname], record],
              push,
            );
            if (err) {
              return err;
            }
          }
        }
      }
      this.__resetRecord();
    },
    __firstLineToColumns: function (record) {
      const { firstLineToHeaders } = this.state;
      try {
        const headers =
          firstLineToHeaders === undefined
            ? record
            : firstLineToHeaders.call(null, record);
        if (!Array.isArray(headers)) {
          return this.__error(
            new CsvError/* CsvError */.J(
              "CSV_INVALID_COLUMN_MAPPING",
              [
                "Invalid Column Mapping:",
                "expect an array from column function,",
                `got ${JSON.stringify(headers)}`,
              ],
              this.options,
              this.__infoField(),
              {
                headers: headers,
              },
            ),
          );
        }
        const normalizedHeaders = (0,normalize_columns_array/* normalize_columns_array */.q)(headers);
        this.state.expectedRecordLength = normalizedHeaders.length;
        this.options.columns = normalizedHeaders;
        this.__resetRecord();
        return;
      } catch (err) {
        return err;
      }
    },
    __resetRecord: function () {
      if (this.options.raw === true) {
        this.state.rawBuffer.reset();
      }
      this.state.error = undefined;
      this.state.record = [];
      this.state.record_length = 0;
    },
    __onField: function () {
      const { cast, encoding, rtrim, max_record_size } = this.options;
      const { enabled, wasQuoting } = this.state;
      // Short circuit for the from_line options
      if (enabled === false) {
        return this.__resetField();
      }
      let field = this.state.field.toString(encoding);
      if (rtrim === true && wasQuoting === false) {
        field = field.trimRight();
      }
      if (cast === true) {
        const [err, f] = this.__cast(field);
        if (err !== undefined) return err;
        field = f;
      }
      this.state.record.push(field);
      // Increment record length if record size must not exceed a limit
      if (max_record_size !== 0 && typeof field === "string") {
        this.state.record_length += field.length;
      }
      this.__resetField();
    },
    __resetField: function () {
      this.state.field.reset();
      this.state.wasQuoting = false;
    },
    __push: function (record, push) {
      const { on_record } = this.options;
      if (on_record !== undefined) {
        const info = this.__infoRecord();
        try {
          record = on_record.call(null, record, info);
        } catch (err) {
          return err;
        }
        if (record === undefined || record === null) {
          return;
        }
      }
      this.info.bytes_records += this.info.bytes;
      push(record);
    },
    // Return a tuple with the error and the casted value
    __cast: function (field) {
      const { columns, relax_column_count } = this.options;
      const isColumns = Array.isArray(columns);
      // Dont loose time calling cast
      // because the final record is an object
      // and this field can't be associated to a key present in columns
      if (
        isColumns === true &&
        relax_column_count &&
        this.options.columns.length <= this.state.record.length
      ) {
        return [undefined, undefined];
      }
      if (this.state.castField !== null) {
        try {
          const info = this.__infoField();
          return [undefined, this.state.castField.call(null, field, info)];
        } catch (err) {
          return [err];
        }
      }
      if (this.__isFloat(field)) {
        return [undefined, parseFloat(field)];
      } else if (this.options.cast_date !== false) {
        const info = this.__infoField();
        return [undefined, this.options.cast_date.call(null, field, info)];
      }
      return [undefined, field];
    },
    __compareBytes: function (sourceBuf, targetBuf, targetPos, firstByte) {
      if (sourceBuf[0] !== firstByte) return 0;
      const sourceLength = sourceBuf.length;
      for (let i = 1; i < sourceLength; i++) {
        if (sourceBuf[i] !== targetBuf[targetPos + i]) return 0;
      }
      return sourceLength;
    },
    // Helper to test if a character is trimable
    __isCharTrimable: function (buf, pos) {
      const { timchars, timcharFirstBytes } = this.state;
      // Fast bail-out: non-whitespace bytes (the common case) are rejected
      // without scanning the full timchar list.
      const first = buf[pos];
      if (first === undefined || timcharFirstBytes[first] === 0) return 0;
      loop1: for (let i = 0; i < timchars.length; i++) {
        const timchar = timchars[i];
        for (let j = 0; j < timchar.length; j++) {
          if (timchar[j] !== buf[pos + j]) continue loop1;
        }
        return timchar.length;
      }
      return 0;
    },
    __isDelimiter: function (buf, pos, chr) {
      const { delimiter, ignore_last_delimiters } = this.options;
      if (
        ignore_last_delimiters === true &&
        this.state.record.length === this.options.columns.length - 1
      ) {
        return 0;
      } else if (
        ignore_last_delimiters !== false &&
        typeof ignore_last_delimiters === "number" &&
        this.state.record.length === ignore_last_delimiters - 1
      ) {
        return 0;
      }
      loop1: for (let i = 0; i < delimiter.length; i++) {
        const del = delimiter[i];
        if (del[0] === chr) {
          for (let j = 1; j < del.length; j++) {
            if (del[j] !== buf[pos + j]) continue loop1;
          }
          return del.length;
        }
      }
      return 0;
    },
    __isEscape: function (buf, pos, chr) {
      const { escape } = this.options;
      if (escape === null) return false;
      const l = escape.length;
      if (escape[0] === chr) {
        for (let i = 0; i < l; i++) {
          if (escape[i] !== buf[pos + i]) {
            return false;
          }
        }
        return true;
      }
      return false;
    },
    __isFloat: function (value) {
      return value - parseFloat(value) + 1 >= 0; // Borrowed from jquery
    },
    // Keep it in case we implement the `cast_int` option
    // __isInt(value){
    //   // return Number.isInteger(parseInt(value))
    //   // return !isNaN( parseInt( obj ) );
    //   return /^(\-|\+)?[1-9][0-9]*$/.test(value)
    // }
    __isQuote: function (buf, pos) {
      const { quote } = this.options;
      if (quote === null) return false;
      const l = quote.length;
      for (let i = 0; i < l; i++) {
        if (quote[i] !== buf[pos + i]) {
          return false;
        }
      }
      return true;
    },
    __isRecordDelimiter: function (chr, buf, pos) {
      const { record_delimiter } = this.options;
      const recordDelimiterLength = record_delimiter.length;
      loop1: for (let i = 0; i < recordDelimiterLength; i++) {
        const rd = record_delimiter[i];
        const rdLength = rd.length;
        if (rd[0] !== chr) {
          continue;
        }
        for (let j = 1; j < rdLength; j++) {
          if (rd[j] !== buf[pos + j]) {
            continue loop1;
          }
        }
        return rd.length;
      }
      return 0;
    },
    __autoDiscoverRecordDelimiter: function (buf, pos) {
      const { encoding } = this.options;
      // Note, we don't need to cache this information in state,
      // It is only called on the first line until we find out a suitable
      // record delimiter.
      const rds = [
        // Important, the windows line ending must be before mac os 9
        Buffer.from("\r\n", encoding),
        Buffer.from("\n", encoding),
        Buffer.from("\r", encoding),
      ];
      loop: for (let i = 0; i < rds.length; i++) {
        const l = rds[i].length;
        for (let j = 0; j < l; j++) {
          if (rds[i][j] !== buf[pos + j]) {
            continue loop;
          }
        }
        this.options.record_delimiter.push(rds[i]);
        this.state.recordDelimiterMaxLength = rds[i].length;
        return rds[i].length;
      }
      return 0;
    },
    __error: function (msg) {
      const { encoding, raw, skip_records_with_error } = this.options;
      const err = typeof msg === "string" ? new Error(msg) : msg;
      if (skip_records_with_error) {
        this.state.recordHasError = true;
        if (this.options.on_skip !== undefined) {
          try {
            this.options.on_skip(
              err,
              raw ? this.state.rawBuffer.toString(encoding) : undefined,
            );
          } catch (err) {
            return err;
          }
        }
        // this.emit('skip', err, raw ? this.state.rawBuffer.toString(encoding) : undefined);
        return undefined;
      } else {
        return err;
      }
    },
    __infoDataSet: function () {
      return {
        ...this.info,
        columns: this.options.columns,
      };
    },
    __infoRecord: function () {
      const { columns, raw, encoding } = this.options;
      return {
        ...this.__infoDataSet(),
        bytes_records: this.info.bytes,
        error: this.state.error,
        header: columns === true,
        index: this.state.record.length,
        raw: raw ? this.state.rawBuffer.toString(encoding) : undefined,
      };
    },
    __infoField: function () {
      const { columns } = this.options;
      const isColumns = Array.isArray(columns);
      // Bytes records are only incremented when all records'fields are parsed
      const bytes_records = this.info.bytes_records;
      return {
        ...this.__infoRecord(),
        bytes_records: bytes_records,
        column:
          isColumns === true
            ? columns.length > this.state.record.length
              ? columns[this.state.record.length].name
              : null
            : this.state.record.length,
        quoting: this.state.wasQuoting,
      };
    },
  };
};




/***/ }),

/***/ 9321:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ normalize_columns_array)
/* harmony export */ });
/* harmony import */ var _CsvError_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26892);
/* harmony import */ var _utils_is_object_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88467);



const normalize_columns_array = function (columns) {
  const normalizedColumns = [];
  for (let i = 0, l = columns.length; i < l; i++) {
    const column = columns[i];
    if (column === undefined || column === null || column === false) {
      normalizedColumns[i] = { disabled: true };
    } else if (typeof column === "string" || typeof column === "number") {
      normalizedColumns[i] = { name: `${column}` };
    } else if ((0,_utils_is_object_js__WEBPACK_IMPORTED_MODULE_1__/* .is_object */ .v)(column)) {
      if (typeof column.name !== "string") {
        throw new _CsvError_js__WEBPACK_IMPORTED_MODULE_0__/* .CsvError */ .J("CSV_OPTION_COLUMNS_MISSING_NAME", [
          "Option columns missing name:",
          `property "name" is required at position ${i}`,
          "when column is an object literal",
        ]);
      }
      normalizedColumns[i] = column;
    } else {
      throw new _CsvError_js__WEBPACK_IMPORTED_MODULE_0__/* .CsvError */ .J("CSV_INVALID_COLUMN_DEFINITION", [
        "Invalid column definition:",
        "expect a string or a literal object,",
        `got ${JSON.stringify(column)} at position ${i}`,
      ]);
    }
  }
  return normalizedColumns;
};




/***/ }),

/***/ 86845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ normalize_options)
});

// EXTERNAL MODULE: ./node_modules/csv-parse/lib/api/normalize_columns_array.js
var normalize_columns_array = __webpack_require__(9321);
// EXTERNAL MODULE: ./node_modules/csv-parse/lib/api/CsvError.js
var CsvError = __webpack_require__(26892);
;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/utils/underscore.js
const underscore = function (str) {
  return str.replace(/([A-Z])/g, function (_, match) {
    return "_" + match.toLowerCase();
  });
};



// EXTERNAL MODULE: ./node_modules/csv-parse/lib/utils/is_object.js
var is_object = __webpack_require__(88467);
;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/api/normalize_options.js





const normalize_options = function (opts) {
  const options = {};
  // Merge with user options
  for (const opt in opts) {
    options[underscore(opt)] = opts[opt];
  }
  // Normalize option `encoding`
  // Note: defined first because other options depends on it
  // to convert chars/strings into buffers.
  if (options.encoding === undefined || options.encoding === true) {
    options.encoding = "utf8";
  } else if (options.encoding === null || options.encoding === false) {
    options.encoding = null;
  } else if (
    typeof options.encoding !== "string" &&
    options.encoding !== null
  ) {
    throw new CsvError/* CsvError */.J(
      "CSV_INVALID_OPTION_ENCODING",
      [
        "Invalid option encoding:",
        "encoding must be a string or null to return a buffer,",
        `got ${JSON.stringify(options.encoding)}`,
      ],
      options,
    );
  }
  // Normalize option `bom`
  if (
    options.bom === undefined ||
    options.bom === null ||
    options.bom === false
  ) {
    options.bom = false;
  } else if (options.bom !== true) {
    throw new CsvError/* CsvError */.J(
      "CSV_INVALID_OPTION_BOM",
      [
        "Invalid option bom:",
        "bom must be true,",
        `got ${JSON.stringify(options.bom)}`,
      ],
      options,
    );
  }
  // Normalize option `cast`
  options.cast_function = null;
  if (
    options.cast === undefined ||
    options.cast === null ||
    options.cast === false ||
    options.cast === ""
  ) {
    options.cast = undefined;
  } else if (typeof options.cast === "function") {
    options.cast_function = options.cast;
    options.cast = true;
  } else if (options.cast !== true) {
    throw new CsvError/* CsvError */.J(
      "CSV_INVALID_OPTION_CAST",
      [
        "Invalid option cast:",
        "cast must be true or a function,",
        `got ${JSON.stringify(options.cast)}`,
      ],
      options,
    );
  }
  // Normalize option `cast_date`
  if (
    options.cast_date === undefined ||
    options.cast_date === null ||
    options.cast_date === false ||
    options.cast_date === ""
  ) {
    options.cast_date = false;
  } else if (options.cast_date === true) {
    options.cast_date = function (value) {
      const date = Date.parse(value);
      return !isNaN(date) ? new Date(date) : value;
    };
  } else if (typeof options.cast_date !== "function") {
    throw new CsvError/* CsvError */.J(
      "CSV_INVALID_OPTION_CAST_DATE",
      [
        "Invalid option cast_date:",
        "cast_date must be true or a function,",
        `got ${JSON.stringify(options.cast_date)}`,
      ],
      options,
    );
  }
  // Normalize option `columns`
  options.cast_first_line_to_header = undefined;
  if (options.columns === true) {
    // Fields in the first line are converted as-is to columns
    options.cast_first_line_to_header = undefined;
  } else if (typeof options.columns === "function") {
    options.cast_first_line_to_header = options.columns;
    options.columns = true;
  } else if (Array.isArray(options.columns)) {
    options.columns = (0,normalize_columns_array/* normalize_columns_array */.q)(options.columns);
  } else if (
    options.columns === undefined ||
    options.columns === null ||
    options.columns === false
  ) {
    options.columns = false;
  } else {
    throw new CsvError/* CsvError */.J(
      "CSV_INVALID_OPTION_COLUMNS",
      [
        "Invalid option columns:",
        "expect an array, a function or true,",
        `got ${JSON.stringify(options.columns)}`,
      ],
      options,
    );
  }
  // Normalize option `group_columns_by_name`
  if (
    options.group_columns_by_name === undefined ||
    options.group_columns_by_name === null ||
    options.group_columns_by_name === false
  ) {
    options.group_columns_by_name = false;
  } else if (options.group_columns_by_name !== true) {
    throw new CsvError/* CsvError */.J(
      "CSV_INVALID_OPTION_GROUP_COLUMNS_BY_NAME",
      [
        "Invalid option group_columns_by_name:",
        "expect an boolean,",
        `got ${JSON.stringify(options.group_columns_by_name)}`,
      ],
      options,
    );
  } else if (options.columns === false) {
    throw new CsvError/* CsvError */.J(
      "CSV_INVALID_OPTION_GROUP_COLUMNS_BY_NAME",
      [
        "Invalid option group_columns_by_name:",
        "the `columns` mode must be activated.",
      ],
      options,
    );
  }
  // Normalize option `comment`
  if (
    options.comment === undefined ||
    options.comment === null ||
    options.comment === false ||
    options.comment === ""
  ) {
    options.comment = null;
  } else {
    if (typeof options.comment === "string") {
      options.comment = Buffer.from(options.comment, options.encoding);
    }
    if (!Buffer.isBuffer(options.comment)) {
      throw new CsvError/* CsvError */.J(
        "CSV_INVALID_OPTION_COMMENT",
        [
          "Invalid option comment:",
          "comment must be a buffer or a string,",
          `got ${JSON.stringify(options.comment)}`,
        ],
        options,
      );
    }
  }
  // Normalize option `comment_no_infix`
  if (
    options.comment_no_infix === undefined ||
    options.comment_no_infix === null ||
    options.comment_no_infix === false
  ) {
    options.comment_no_infix = false;
  } else if (options.comment_no_infix !== true) {
    throw new CsvError/* CsvError */.J(
      "CSV_INVALID_OPTION_COMMENT",
      [
        "Invalid option comment_no_infix:",
        "value must be a boolean,",
        `got ${JSON.stringify(options.comment_no_infix)}`,
      ],
      options,
    );
  }
  // Normalize option `delimiter_auto`
  if (
    options.delimiter_auto === undefined ||
    options.delimiter_auto === null ||
    options.delimiter_auto === false
  ) {
    options.delimiter_auto = false;
  } else if (options.delimiter_auto === true) {
    options.delimiter_auto = {};
  } else if (!(0,is_object/* is_object */.v)(options.delimiter_auto)) {
    throw new CsvError/* CsvError */.J(
      "CSV_INVALID_OPTION_DELIMITER_AUTO",
      [
        "Invalid option delimiter_auto:",
        "delimiter_auto must be a boolean or a configuration object,",
        `got ${JSON.stringify(options.delimiter_auto)}`,
      ],
      options,
    );
  }
  if (options.delimiter_auto) {
    if (options.delimiter_auto.preferred === undefined)
      options.delimiter_auto.preferred = {
        [",".charCodeAt(0)]: 1.8,
        ["\t".charCodeAt(0)]: 1.8,
        [";".charCodeAt(0)]: 1.6,
        [" ".charCodeAt(0)]: 1.6,
        [":".charCodeAt(0)]: 1.5,
        [".".charCodeAt(0)]: 1.4,
        ["/".charCodeAt(0)]: 1.4,
      };
    else if (!(0,is_object/* is_object */.v)(options.delimiter_auto.preferred)) {
      throw new CsvError/* CsvError */.J(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "preferred must be an object,",
          `got ${JSON.stringify(options.delimiter_auto.preferred)}`,
        ],
        options,
      );
    }
    if (options.delimiter_auto.score === undefined)
      options.delimiter_auto.score = (info, options) => {
        return (
          (info.total - info.std) * (options.preferred[info.char_code] || 1)
        );
      };
    else if (typeof options.delimiter_auto.score !== "function") {
      throw new CsvError/* CsvError */.J(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "score must be a function,",
          `got ${JSON.stringify(options.delimiter_auto.score)}`,
        ],
        options,
      );
    }
    if (options.delimiter_auto.size === undefined)
      options.delimiter_auto.size = 2048;
    else if (typeof options.delimiter_auto.size !== "number") {
      throw new CsvError/* CsvError */.J(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "size must be a number,",
          `got ${JSON.stringify(options.delimiter_auto.size)}`,
        ],
        options,
      );
    }
  }
  // Normalize option `delimiter`
  const delimiter_json = JSON.stringify(options.delimiter);
  if (options.delimiter_auto !== false) {
    options.delimiter = [];
  }
  if (!Array.isArray(options.delimiter)) {
    if (
      options.delimiter === undefined ||
      options.delimiter === null ||
      options.delimiter === false
    ) {
      options.delimiter = Buffer.from(",", options.encoding);
    }
    options.delimiter = [options.delimiter];
  }
  options.delimiter = options.delimiter.map(function (delimiter) {
    if (typeof delimiter === "string") {
      delimiter = Buffer.from(delimiter, options.encoding);
    }
    if (!Buffer.isBuffer(delimiter) || delimiter.length === 0) {
      throw new CsvError/* CsvError */.J(
        "CSV_INVALID_OPTION_DELIMITER",
        [
          "Invalid option delimiter:",
          "delimiter must be a non empty string or buffer or array of string|buffer,",
          `got ${delimiter_json}`,
        ],
        options,
      );
    }
    return delimiter;
  });
  // Normalize option `escape`
  if (options.escape === undefined || options.escape === true) {
    options.escape = Buffer.from('"', options.encoding);
  } else if (typeof options.escape === "string") {
    options.escape = Buffer.from(options.escape, options.encoding);
  } else if (options.escape === null || options.escape === false) {
    options.escape = null;
  }
  if (options.escape !== null) {
    if (!Buffer.isBuffer(options.escape)) {
      throw new Error(
        `Invalid Option: escape must be a buffer, a string or a boolean, got ${JSON.stringify(options.escape)}`,
      );
    }
  }
  // Normalize option `from`
  if (options.from === undefined || options.from === null) {
    options.from = 1;
  } else {
    if (typeof options.from === "string" && /\d+/.test(options.from)) {
      options.from = parseInt(options.from);
    }
    if (Number.isInteger(options.from)) {
      if (options.from < 0) {
        throw new Error(
          `Invalid Option: from must be a positive integer, got ${JSON.stringify(opts.from)}`,
        );
      }
    } else {
      throw new Error(
        `Invalid Option: from must be an integer, got ${JSON.stringify(options.from)}`,
      );
    }
  }
  // Normalize option `from_line`
  if (options.from_line === undefined || options.from_line === null) {
    options.from_line = 1;
  } else {
    if (
      typeof options.from_line === "string" &&
      /\d+/.test(options.from_line)
    ) {
      options.from_line = parseInt(options.from_line);
    }
    if (Number.isInteger(options.from_line)) {
      if (options.from_line <= 0) {
        throw new Error(
          `Invalid Option: from_line must be a positive integer greater than 0, got ${JSON.stringify(opts.from_line)}`,
        );
      }
    } else {
      throw new Error(
        `Invalid Option: from_line must be an integer, got ${JSON.stringify(opts.from_line)}`,
      );
    }
  }
  // Normalize options `ignore_last_delimiters`
  if (
    options.ignore_last_delimiters === undefined ||
    options.ignore_last_delimiters === null
  ) {
    options.ignore_last_delimiters = false;
  } else if (typeof options.ignore_last_delimiters === "number") {
    options.ignore_last_delimiters = Math.floor(options.ignore_last_delimiters);
    if (options.ignore_last_delimiters === 0) {
      options.ignore_last_delimiters = false;
    }
  } else if (typeof options.ignore_last_delimiters !== "boolean") {
    throw new CsvError/* CsvError */.J(
      "CSV_INVALID_OPTION_IGNORE_LAST_DELIMITERS",
      [
        "Invalid option `ignore_last_delimiters`:",
        "the value must be a boolean value or an integer,",
        `got ${JSON.stringify(options.ignore_last_delimiters)}`,
      ],
      options,
    );
  }
  if (options.ignore_last_delimiters === true && options.columns === false) {
    throw new CsvError/* CsvError */.J(
      "CSV_IGNORE_LAST_DELIMITERS_REQUIRES_COLUMNS",
      [
        "The option `ignore_last_delimiters`",
        "requires the activation of the `columns` option",
      ],
      options,
    );
  }
  // Normalize option `info`
  if (
    options.info === undefined ||
    options.info === null ||
    options.info === false
  ) {
    options.info = false;
  } else if (options.info !== true) {
    throw new Error(
      `Invalid Option: info must be true, got ${JSON.stringify(options.info)}`,
    );
  }
  // Normalize option `max_record_size`
  if (
    options.max_record_size === undefined ||
    options.max_record_size === null ||
    options.max_record_size === false
  ) {
    options.max_record_size = 0;
  } else if (
    Number.isInteger(options.max_record_size) &&
    options.max_record_size >= 0
  ) {
    // Great, nothing to do
  } else if (
    typeof options.max_record_size === "string" &&
    /\d+/.test(options.max_record_size)
  ) {
    options.max_record_size = parseInt(options.max_record_size);
  } else {
    throw new Error(
      `Invalid Option: max_record_size must be a positive integer, got ${JSON.stringify(options.max_record_size)}`,
    );
  }
  // Normalize option `objname`
  if (
    options.objname === undefined ||
    options.objname === null ||
    options.objname === false
  ) {
    options.objname = undefined;
  } else if (Buffer.isBuffer(options.objname)) {
    if (options.objname.length === 0) {
      throw new Error(`Invalid Option: objname must be a non empty buffer`);
    }
    if (options.encoding === null) {
      // Don't call `toString`, leave objname as a buffer
    } else {
      options.objname = options.objname.toString(options.encoding);
    }
  } else if (typeof options.objname === "string") {
    if (options.objname.length === 0) {
      throw new Error(`Invalid Option: objname must be a non empty string`);
    }
    // Great, nothing to do
  } else if (typeof options.objname === "number") {
    // if(options.objname.length === 0){
    //   throw new Error(`Invalid Option: objname must be a non empty string`);
    // }
    // Great, nothing to do
  } else {
    throw new Error(
      `Invalid Option: objname must be a string or a buffer, got ${options.objname}`,
    );
  }
  if (options.objname !== undefined) {
    if (typeof options.objname === "number") {
      if (options.columns !== false) {
        throw Error(
          "Invalid Option: objname index cannot be combined with columns or be defined as a field",
        );
      }
    } else {
      // A string or a buffer
      if (options.columns === false) {
        throw Error(
          "Invalid Option: objname field must be combined with columns or be defined as an index",
        );
      }
    }
  }
  // Normalize option `on_record`
  if (options.on_record === undefined || options.on_record === null) {
    options.on_record = undefined;
  } else if (typeof options.on_record !== "function") {
    throw new CsvError/* CsvError */.J(
      "CSV_INVALID_OPTION_ON_RECORD",
      [
        "Invalid option `on_record`:",
        "expect a function,",
        `got ${JSON.stringify(options.on_record)}`,
      ],
      options,
    );
  }
  // Normalize option `on_skip`
  // options.on_skip ??= (err, chunk) => {
  //   this.emit('skip', err, chunk);
  // };
  if (
    options.on_skip !== undefined &&
    options.on_skip !== null &&
    typeof options.on_skip !== "function"
  ) {
    throw new Error(
      `Invalid Option: on_skip must be a function, got ${JSON.stringify(options.on_skip)}`,
    );
  }
  // Normalize option `quote`
  if (
    options.quote === null ||
    options.quote === false ||
    options.quote === ""
  ) {
    options.quote = null;
  } else {
    if (options.quote === undefined || options.quote === true) {
      options.quote = Buffer.from('"', options.encoding);
    } else if (typeof options.quote === "string") {
      options.quote = Buffer.from(options.quote, options.encoding);
    }
    if (!Buffer.isBuffer(options.quote)) {
      throw new Error(
        `Invalid Option: quote must be a buffer or a string, got ${JSON.stringify(options.quote)}`,
      );
    }
  }
  // Normalize option `raw`
  if (
    options.raw === undefined ||
    options.raw === null ||
    options.raw === false
  ) {
    options.raw = false;
  } else if (options.raw !== true) {
    throw new Error(
      `Invalid Option: raw must be true, got ${JSON.stringify(options.raw)}`,
    );
  }
  // Normalize option `record_delimiter`
  if (options.record_delimiter === undefined) {
    options.record_delimiter = [];
  } else if (
    typeof options.record_delimiter === "string" ||
    Buffer.isBuffer(options.record_delimiter)
  ) {
    if (options.record_delimiter.length === 0) {
      throw new CsvError/* CsvError */.J(
        "CSV_INVALID_OPTION_RECORD_DELIMITER",
        [
          "Invalid option `record_delimiter`:",
          "value must be a non empty string or buffer,",
          `got ${JSON.stringify(options.record_delimiter)}`,
        ],
        options,
      );
    }
    options.record_delimiter = [options.record_delimiter];
  } else if (!Array.isArray(options.record_delimiter)) {
    throw new CsvError/* CsvError */.J(
      "CSV_INVALID_OPTION_RECORD_DELIMITER",
      [
        "Invalid option `record_delimiter`:",
        "value must be a string, a buffer or array of string|buffer,",
        `got ${JSON.stringify(options.record_delimiter)}`,
      ],
      options,
    );
  }
  options.record_delimiter = options.record_delimiter.map(function (rd, i) {
    if (typeof rd !== "string" && !Buffer.isBuffer(rd)) {
      throw new CsvError/* CsvError */.J(
        "CSV_INVALID_OPTION_RECORD_DELIMITER",
        [
          "Invalid option `record_delimiter`:",
          "value must be a string, a buffer or array of string|buffer",
          `at index ${i},`,
          `got ${JSON.stringify(rd)}`,
        ],
        options,
      );
    } else if (rd.length === 0) {
      throw new CsvError/* CsvError */.J(
        "CSV_INVALID_OPTION_RECORD_DELIMITER",
        [
          "Invalid option `record_delimiter`:",
          "value must be a non empty string or buffer",
          `at index ${i},`,
          `got ${JSON.stringify(rd)}`,
        ],
        options,
      );
    }
    if (typeof rd === "string") {
      rd = Buffer.from(rd, options.encoding);
    }
    return rd;
  });
  // Normalize option `relax_column_count`
  if (typeof options.relax_column_count === "boolean") {
    // Great, nothing to do
  } else if (
    options.relax_column_count === undefined ||
    options.relax_column_count === null
  ) {
    options.relax_column_count = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count must be a boolean, got ${JSON.stringify(options.relax_column_count)}`,
    );
  }
  if (typeof options.relax_column_count_less === "boolean") {
    // Great, nothing to do
  } else if (
    options.relax_column_count_less === undefined ||
    options.relax_column_count_less === null
  ) {
    options.relax_column_count_less = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count_less must be a boolean, got ${JSON.stringify(options.relax_column_count_less)}`,
    );
  }
  if (typeof options.relax_column_count_more === "boolean") {
    // Great, nothing to do
  } else if (
    options.relax_column_count_more === undefined ||
    options.relax_column_count_more === null
  ) {
    options.relax_column_count_more = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count_more must be a boolean, got ${JSON.stringify(options.relax_column_count_more)}`,
    );
  }
  // Normalize option `relax_quotes`
  if (typeof options.relax_quotes === "boolean") {
    // Great, nothing to do
  } else if (
    options.relax_quotes === undefined ||
    options.relax_quotes === null
  ) {
    options.relax_quotes = false;
  } else {
    throw new Error(
      `Invalid Option: relax_quotes must be a boolean, got ${JSON.stringify(options.relax_quotes)}`,
    );
  }
  // Normalize option `skip_empty_lines`
  if (typeof options.skip_empty_lines === "boolean") {
    // Great, nothing to do
  } else if (
    options.skip_empty_lines === undefined ||
    options.skip_empty_lines === null
  ) {
    options.skip_empty_lines = false;
  } else {
    throw new Error(
      `Invalid Option: skip_empty_lines must be a boolean, got ${JSON.stringify(options.skip_empty_lines)}`,
    );
  }
  // Normalize option `skip_records_with_empty_values`
  if (typeof options.skip_records_with_empty_values === "boolean") {
    // Great, nothing to do
  } else if (
    options.skip_records_with_empty_values === undefined ||
    options.skip_records_with_empty_values === null
  ) {
    options.skip_records_with_empty_values = false;
  } else {
    throw new Error(
      `Invalid Option: skip_records_with_empty_values must be a boolean, got ${JSON.stringify(options.skip_records_with_empty_values)}`,
    );
  }
  // Normalize option `skip_records_with_error`
  if (typeof options.skip_records_with_error === "boolean") {
    // Great, nothing to do
  } else if (
    options.skip_records_with_error === undefined ||
    options.skip_records_with_error === null
  ) {
    options.skip_records_with_error = false;
  } else {
    throw new Error(
      `Invalid Option: skip_records_with_error must be a boolean, got ${JSON.stringify(options.skip_records_with_error)}`,
    );
  }
  // Normalize option `rtrim`
  if (
    options.rtrim === undefined ||
    options.rtrim === null ||
    options.rtrim === false
  ) {
    options.rtrim = false;
  } else if (options.rtrim !== true) {
    throw new Error(
      `Invalid Option: rtrim must be a boolean, got ${JSON.stringify(options.rtrim)}`,
    );
  }
  // Normalize option `ltrim`
  if (
    options.ltrim === undefined ||
    options.ltrim === null ||
    options.ltrim === false
  ) {
    options.ltrim = false;
  } else if (options.ltrim !== true) {
    throw new Error(
      `Invalid Option: ltrim must be a boolean, got ${JSON.stringify(options.ltrim)}`,
    );
  }
  // Normalize option `trim`
  if (
    options.trim === undefined ||
    options.trim === null ||
    options.trim === false
  ) {
    options.trim = false;
  } else if (options.trim !== true) {
    throw new Error(
      `Invalid Option: trim must be a boolean, got ${JSON.stringify(options.trim)}`,
    );
  }
  // Normalize options `trim`, `ltrim` and `rtrim`
  if (options.trim === true && opts.ltrim !== false) {
    options.ltrim = true;
  } else if (options.ltrim !== true) {
    options.ltrim = false;
  }
  if (options.trim === true && opts.rtrim !== false) {
    options.rtrim = true;
  } else if (options.rtrim !== true) {
    options.rtrim = false;
  }
  // Normalize option `to`
  if (options.to === undefined || options.to === null) {
    options.to = -1;
  } else if (options.to !== -1) {
    if (typeof options.to === "string" && /\d+/.test(options.to)) {
      options.to = parseInt(options.to);
    }
    if (Number.isInteger(options.to)) {
      if (options.to <= 0) {
        throw new Error(
          `Invalid Option: to must be a positive integer greater than 0, got ${JSON.stringify(opts.to)}`,
        );
      }
    } else {
      throw new Error(
        `Invalid Option: to must be an integer, got ${JSON.stringify(opts.to)}`,
      );
    }
  }
  // Normalize option `to_line`
  if (options.to_line === undefined || options.to_line === null) {
    options.to_line = -1;
  } else if (options.to_line !== -1) {
    if (typeof options.to_line === "string" && /\d+/.test(options.to_line)) {
      options.to_line = parseInt(options.to_line);
    }
    if (Number.isInteger(options.to_line)) {
      if (options.to_line <= 0) {
        throw new Error(
          `Invalid Option: to_line must be a positive integer greater than 0, got ${JSON.stringify(opts.to_line)}`,
        );
      }
    } else {
      throw new Error(
        `Invalid Option: to_line must be an integer, got ${JSON.stringify(opts.to_line)}`,
      );
    }
  }
  return options;
};




/***/ }),

/***/ 68075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J$: () => (/* reexport safe */ _api_CsvError_js__WEBPACK_IMPORTED_MODULE_2__.J),
/* harmony export */   qg: () => (/* binding */ parse)
/* harmony export */ });
/* unused harmony export Parser */
/* harmony import */ var stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2203);
/* harmony import */ var _utils_is_object_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88467);
/* harmony import */ var _api_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37084);
/* harmony import */ var _api_CsvError_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26892);
/* harmony import */ var _api_normalize_options_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(86845);
/*
CSV Parse

Please look at the [project documentation](https://csv.js.org/parse/) for
additional information.
*/







class Parser extends stream__WEBPACK_IMPORTED_MODULE_0__.Transform {
  constructor(opts = {}) {
    super({ ...{ readableObjectMode: true }, ...opts, encoding: null });
    this.api = (0,_api_index_js__WEBPACK_IMPORTED_MODULE_1__/* .transform */ .p)({
      on_skip: (err, chunk) => {
        this.emit("skip", err, chunk);
      },
      ...opts,
    });
    // Backward compatibility
    this.state = this.api.state;
    this.options = this.api.options;
    this.info = this.api.info;
  }
  // Implementation of `Transform._transform`
  _transform(buf, _, callback) {
    if (this.state.stop === true) {
      return;
    }
    const err = this.api.parse(
      buf,
      false,
      (record) => {
        this.push(record);
      },
      () => {
        this.push(null);
        this.end();
        // Fix #333 and break #410
        //   ko: api.stream.iterator.coffee
        //   ko with v21.4.0, ok with node v20.5.1: api.stream.finished # aborted (with generate())
        //   ko: api.stream.finished # aborted (with Readable)
        // this.destroy()
        // Fix #410 and partially break #333
        //   ok: api.stream.iterator.coffee
        //   ok: api.stream.finished # aborted (with generate())
        //   broken: api.stream.finished # aborted (with Readable)
        this.on("end", this.destroy);
      },
    );
    if (err !== undefined) {
      this.state.stop = true;
    }
    callback(err);
  }
  // Implementation of `Transform._flush`
  _flush(callback) {
    if (this.state.stop === true) {
      return;
    }
    const err = this.api.parse(
      undefined,
      true,
      (record) => {
        this.push(record);
      },
      () => {
        this.push(null);
        this.on("end", this.destroy);
      },
    );
    callback(err);
  }
}

const parse = function () {
  let data, options, callback;
  for (const i in arguments) {
    const argument = arguments[i];
    const type = typeof argument;
    if (
      data === undefined &&
      (typeof argument === "string" || Buffer.isBuffer(argument))
    ) {
      data = argument;
    } else if (options === undefined && (0,_utils_is_object_js__WEBPACK_IMPORTED_MODULE_4__/* .is_object */ .v)(argument)) {
      options = argument;
    } else if (callback === undefined && type === "function") {
      callback = argument;
    } else {
      throw new _api_CsvError_js__WEBPACK_IMPORTED_MODULE_2__/* .CsvError */ .J(
        "CSV_INVALID_ARGUMENT",
        ["Invalid argument:", `got ${JSON.stringify(argument)} at index ${i}`],
        options || {},
      );
    }
  }
  const parser = new Parser(options);
  if (callback) {
    const records =
      options === undefined || options.objname === undefined
        ? []
        : Object.create(null);
    parser.on("readable", function () {
      let record;
      while ((record = this.read()) !== null) {
        if (options === undefined || options.objname === undefined) {
          records.push(record);
        } else {
          Object.assign(records, {
            [record[0]]: record[1],
            // writable: true,
            // enumerable: true,
            // configurable: true
          });
        }
      }
    });
    parser.on("error", function (err) {
      callback(err, undefined, parser.api.__infoDataSet());
    });
    parser.on("end", function () {
      callback(undefined, records, parser.api.__infoDataSet());
    });
  }
  if (data !== undefined) {
    const writer = function () {
      parser.write(data);
      parser.end();
    };
    // Support Deno, Rollup doesn't provide a shim for setImmediate
    if (typeof setImmediate === "function") {
      setImmediate(writer);
    } else {
      setTimeout(writer, 0);
    }
  }
  return parser;
};




/***/ }),

/***/ 88467:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ is_object)
/* harmony export */ });
const is_object = function (obj) {
  return typeof obj === "object" && obj !== null && !Array.isArray(obj);
};




/***/ }),

/***/ 96789:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ stringify)
});

// UNUSED EXPORTS: normalize_options

;// CONCATENATED MODULE: ./node_modules/csv-stringify/lib/utils/get.js
// Lodash implementation of `get`

const charCodeOfDot = ".".charCodeAt(0);
const reEscapeChar = /\\(\\)?/g;
const rePropName = RegExp(
  // Match anything that isn't a dot or bracket.
  "[^.[\\]]+" +
    "|" +
    // Or match property names within brackets.
    "\\[(?:" +
    // Match a non-string expression.
    "([^\"'][^[]*)" +
    "|" +
    // Or match strings (supports escaping characters).
    "([\"'])((?:(?!\\2)[^\\\\]|\\\\.)*?)\\2" +
    ")\\]" +
    "|" +
    // Or match "" as the space between consecutive dots or empty brackets.
    "(?=(?:\\.|\\[\\])(?:\\.|\\[\\]|$))",
  "g",
);
const reIsDeepProp = /\.|\[(?:[^[\]]*|(["'])(?:(?!\1)[^\\]|\\.)*?\1)\]/;
const reIsPlainProp = /^\w*$/;

const getTag = function (value) {
  // if (!value) value === undefined ? "[object Undefined]" : "[object Null]";
  return Object.prototype.toString.call(value);
};

const isSymbol = function (value) {
  const type = typeof value;
  return (
    type === "symbol" ||
    (type === "object" && value && getTag(value) === "[object Symbol]")
  );
};

const isKey = function (value, object) {
  if (Array.isArray(value)) {
    return false;
  }
  const type = typeof value;
  if (
    type === "number" ||
    type === "symbol" ||
    type === "boolean" ||
    !value ||
    isSymbol(value)
  ) {
    return true;
  }
  return (
    reIsPlainProp.test(value) ||
    !reIsDeepProp.test(value) ||
    (object != null && value in Object(object))
  );
};

const stringToPath = function (string) {
  const result = [];
  if (string.charCodeAt(0) === charCodeOfDot) {
    result.push("");
  }
  string.replace(rePropName, function (match, expression, quote, subString) {
    let key = match;
    if (quote) {
      key = subString.replace(reEscapeChar, "$1");
    } else if (expression) {
      key = expression.trim();
    }
    result.push(key);
  });
  return result;
};

const castPath = function (value, object) {
  if (Array.isArray(value)) {
    return value;
  } else {
    return isKey(value, object) ? [value] : stringToPath(value);
  }
};

const toKey = function (value) {
  if (typeof value === "string" || isSymbol(value)) return value;
  const result = `${value}`;
  return result == "0" && 1 / value == -Infinity ? "-0" : result;
};

const get = function (object, path) {
  path = castPath(path, object);
  let index = 0;
  const length = path.length;
  while (object != null && index < length) {
    object = object[toKey(path[index++])];
  }
  return index && index === length ? object : undefined;
};



;// CONCATENATED MODULE: ./node_modules/csv-stringify/lib/utils/is_object.js
const is_object = function (obj) {
  return typeof obj === "object" && obj !== null && !Array.isArray(obj);
};



;// CONCATENATED MODULE: ./node_modules/csv-stringify/lib/api/normalize_columns.js
const normalize_columns = function (columns) {
  if (columns === undefined || columns === null) {
    return [undefined, undefined];
  }
  if (typeof columns !== "object") {
    return [Error('Invalid option "columns": expect an array or an object')];
  }
  if (!Array.isArray(columns)) {
    const newcolumns = [];
    for (const k in columns) {
      newcolumns.push({
        key: k,
        header: columns[k],
      });
    }
    columns = newcolumns;
  } else {
    const newcolumns = [];
    for (const column of columns) {
      if (typeof column === "string") {
        newcolumns.push({
          key: column,
          header: column,
        });
      } else if (
        typeof column === "object" &&
        column !== null &&
        !Array.isArray(column)
      ) {
        if (!column.key) {
          return [
            Error('Invalid column definition: property "key" is required'),
          ];
        }
        if (column.header === undefined) {
          column.header = column.key;
        }
        newcolumns.push(column);
      } else {
        return [
          Error("Invalid column definition: expect a string or an object"),
        ];
      }
    }
    columns = newcolumns;
  }
  return [undefined, columns];
};



;// CONCATENATED MODULE: ./node_modules/csv-stringify/lib/api/CsvError.js
class CsvError extends Error {
  constructor(code, message, ...contexts) {
    if (Array.isArray(message)) message = message.join(" ");
    super(message);
    if (Error.captureStackTrace !== undefined) {
      Error.captureStackTrace(this, CsvError);
    }
    this.code = code;
    for (const context of contexts) {
      for (const key in context) {
        const value = context[key];
        this[key] = Buffer.isBuffer(value)
          ? value.toString()
          : value == null
            ? value
            : JSON.parse(JSON.stringify(value));
      }
    }
  }
}



;// CONCATENATED MODULE: ./node_modules/csv-stringify/lib/utils/underscore.js
const underscore = function (str) {
  return str.replace(/([A-Z])/g, function (_, match) {
    return "_" + match.toLowerCase();
  });
};



;// CONCATENATED MODULE: ./node_modules/csv-stringify/lib/api/normalize_options.js




const normalize_options = function (opts) {
  const options = {};
  // Merge with user options
  for (const opt in opts) {
    options[underscore(opt)] = opts[opt];
  }
  // Normalize option `bom`
  if (
    options.bom === undefined ||
    options.bom === null ||
    options.bom === false
  ) {
    options.bom = false;
  } else if (options.bom !== true) {
    return [
      new CsvError("CSV_OPTION_BOOLEAN_INVALID_TYPE", [
        "option `bom` is optional and must be a boolean value,",
        `got ${JSON.stringify(options.bom)}`,
      ]),
    ];
  }
  // Normalize option `delimiter`
  if (options.delimiter === undefined || options.delimiter === null) {
    options.delimiter = ",";
  } else if (Buffer.isBuffer(options.delimiter)) {
    options.delimiter = options.delimiter.toString();
  } else if (typeof options.delimiter !== "string") {
    return [
      new CsvError("CSV_OPTION_DELIMITER_INVALID_TYPE", [
        "option `delimiter` must be a buffer or a string,",
        `got ${JSON.stringify(options.delimiter)}`,
      ]),
    ];
  }
  // Normalize option `quote`
  if (options.quote === undefined || options.quote === null) {
    options.quote = '"';
  } else if (options.quote === true) {
    options.quote = '"';
  } else if (options.quote === false) {
    options.quote = "";
  } else if (Buffer.isBuffer(options.quote)) {
    options.quote = options.quote.toString();
  } else if (typeof options.quote !== "string") {
    return [
      new CsvError("CSV_OPTION_QUOTE_INVALID_TYPE", [
        "option `quote` must be a boolean, a buffer or a string,",
        `got ${JSON.stringify(options.quote)}`,
      ]),
    ];
  }
  // Normalize option `quoted`
  if (options.quoted === undefined || options.quoted === null) {
    options.quoted = false;
  } else {
    // todo
  }
  // Normalize option `escape_formulas`
  if (
    options.escape_formulas === undefined ||
    options.escape_formulas === null
  ) {
    options.escape_formulas = false;
  } else if (typeof options.escape_formulas !== "boolean") {
    return [
      new CsvError("CSV_OPTION_ESCAPE_FORMULAS_INVALID_TYPE", [
        "option `escape_formulas` must be a boolean,",
        `got ${JSON.stringify(options.escape_formulas)}`,
      ]),
    ];
  }
  // Normalize option `quoted_empty`
  if (options.quoted_empty === undefined || options.quoted_empty === null) {
    options.quoted_empty = undefined;
  } else {
    // todo
  }
  // Normalize option `quoted_match`
  if (
    options.quoted_match === undefined ||
    options.quoted_match === null ||
    options.quoted_match === false
  ) {
    options.quoted_match = null;
  } else if (!Array.isArray(options.quoted_match)) {
    options.quoted_match = [options.quoted_match];
  }
  if (options.quoted_match) {
    for (const quoted_match of options.quoted_match) {
      const isString = typeof quoted_match === "string";
      const isRegExp = quoted_match instanceof RegExp;
      if (!isString && !isRegExp) {
        return [
          new CsvError("CSV_OPTION_QUOTED_MATCH", [
            "option `quoted_match` must be a string or a regex,",
            `got ${JSON.stringify(options.quoted_match)}`,
          ]),
        ];
      }
    }
  }
  // Normalize option `quoted_string`
  if (options.quoted_string === undefined || options.quoted_string === null) {
    options.quoted_string = false;
  } else {
    // todo
  }
  // Normalize option `eof`
  if (options.eof === undefined || options.eof === null) {
    options.eof = true;
  } else {
    // todo
  }
  // Normalize option `escape`
  if (options.escape === undefined || options.escape === null) {
    options.escape = '"';
  } else if (Buffer.isBuffer(options.escape)) {
    options.escape = options.escape.toString();
  } else if (typeof options.escape !== "string") {
    return [
      Error(
        `Invalid Option: escape must be a buffer or a string, got ${JSON.stringify(options.escape)}`,
      ),
    ];
  }
  if (options.escape.length > 1) {
    return [
      Error(
        `Invalid Option: escape must be one character, got ${options.escape.length} characters`,
      ),
    ];
  }
  // Normalize option `header`
  if (
    options.header === undefined ||
    options.header === null ||
    options.header === false
  ) {
    options.header = false;
  } else if (options.header !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_HEADER",
      [
        "option `header` is expected to be a boolean,",
        `got ${JSON.stringify(options.header)}`,
      ],
      options,
    );
  }
  // Normalize option `headers_as_comment`
  if (
    options.header_as_comment === undefined ||
    options.header_as_comment === null ||
    options.header_as_comment === false
  ) {
    options.header_as_comment = false;
  } else if (options.header_as_comment === true) {
    options.header_as_comment = "#";
  } else if (Buffer.isBuffer(options.header_as_comment)) {
    options.header_as_comment = options.header_as_comment.toString();
  } else if (typeof options.header_as_comment !== "string") {
    throw new CsvError(
      "CSV_INVALID_OPTION_HEADER_AS_COMMENT",
      [
        "option `header_as_comment` must be a boolean, a string or a buffer,",
        `got ${JSON.stringify(options.header_as_comment)}`,
      ],
      options,
    );
  }
  // if (options.header_as_comment && !options.comment?.length) {
  //   throw new CsvError(
  //     "CSV_INVALID_OPTION_COMMENT",
  //     [
  //       "option `comment` must be a non empty string or buffer when using `header_as_comment`,",
  //       `got ${JSON.stringify(options.comment)}`,
  //     ],
  //     options,
  //   );
  // }
  // Header is always enabled with `header_as_comment`
  // if (options.header_as_comment === true) {
  //   options.header = true;
  // }
  // Normalize option `columns`
  const [errColumns, columns] = normalize_columns(options.columns);
  if (errColumns !== undefined) return [errColumns];
  options.columns = columns;
  // Normalize option `quoted`
  if (options.quoted === undefined || options.quoted === null) {
    options.quoted = false;
  } else {
    // todo
  }
  // Normalize option `cast`
  if (options.cast === undefined || options.cast === null) {
    options.cast = {};
  } else {
    // todo
  }
  // Normalize option cast.bigint
  if (options.cast.bigint === undefined || options.cast.bigint === null) {
    // Cast boolean to string by default
    options.cast.bigint = (value) => "" + value;
  }
  // Normalize option cast.boolean
  if (options.cast.boolean === undefined || options.cast.boolean === null) {
    // Cast boolean to string by default
    options.cast.boolean = (value) => (value ? "1" : "");
  }
  // Normalize option cast.date
  if (options.cast.date === undefined || options.cast.date === null) {
    // Cast date to timestamp string by default
    options.cast.date = (value) => "" + value.getTime();
  }
  // Normalize option cast.number
  if (options.cast.number === undefined || options.cast.number === null) {
    // Cast number to string using native casting by default
    options.cast.number = (value) => "" + value;
  }
  // Normalize option cast.object
  if (options.cast.object === undefined || options.cast.object === null) {
    // Stringify object as JSON by default
    options.cast.object = (value) => JSON.stringify(value);
  }
  // Normalize option cast.string
  if (options.cast.string === undefined || options.cast.string === null) {
    // Leave string untouched
    options.cast.string = function (value) {
      return value;
    };
  }
  // Normalize option `on_record`
  if (
    options.on_record !== undefined &&
    typeof options.on_record !== "function"
  ) {
    return [Error(`Invalid Option: "on_record" must be a function.`)];
  }
  // Normalize option `quote_record_delimiter`
  if (
    options.quote_record_delimiter === undefined ||
    options.quote_record_delimiter === null
  ) {
    options.quote_record_delimiter = !options.record_delimiter;
  } else if (typeof options.quote_record_delimiter !== "boolean") {
    return [
      new CsvError("CSV_OPTION_QUOTE_RECORD_DELIMITER_INVALID_TYPE", [
        "option `quote_record_delimiter` must be a boolean,",
        `got ${JSON.stringify(options.quote_record_delimiter)}`,
      ]),
    ];
  }
  // Normalize option `record_delimiter`
  if (
    options.record_delimiter === undefined ||
    options.record_delimiter === null
  ) {
    options.record_delimiter = "\n";
  } else if (Buffer.isBuffer(options.record_delimiter)) {
    options.record_delimiter = options.record_delimiter.toString();
  } else if (typeof options.record_delimiter !== "string") {
    return [
      Error(
        `Invalid Option: record_delimiter must be a buffer or a string, got ${JSON.stringify(options.record_delimiter)}`,
      ),
    ];
  }
  switch (options.record_delimiter) {
    case "unix":
      options.record_delimiter = "\n";
      break;
    case "mac":
      options.record_delimiter = "\r";
      break;
    case "windows":
      options.record_delimiter = "\r\n";
      break;
    case "ascii":
      options.record_delimiter = "\u001e";
      break;
    case "unicode":
      options.record_delimiter = "\u2028";
      break;
  }
  return [undefined, options];
};



;// CONCATENATED MODULE: ./node_modules/csv-stringify/lib/api/index.js




const bom_utf8 = Buffer.from([239, 187, 191]);
// True when appending `separator` after `value` would let `parse` find
// `separator` starting inside `value`. Besides the field containing the whole
// separator, this also covers boundary fusion: a field whose tail is a
// non-empty prefix of a multi-character separator merges with the appended
// separator (eg value "a:" + delimiter "::" => "a:::", matched at offset 1).
// Such fields must be quoted to round-trip, like RFC 4180 fields containing the
// delimiter, generalized to multi-character delimiters and record delimiters.
const emits_separator = function (value, separators) {
  return separators.some(
    (separator) =>
      separator.length !== 0 &&
      (value.indexOf(separator) !== -1 ||
        (separator.length > 1 &&
          (value + separator).indexOf(separator) < value.length)),
  );
};
// True when `value` matches one of the `quoted_match` patterns. The regexps
// come from the user and the same objects are reused for every field, so the
// test must not depend on their state: `RegExp.prototype.test` advances
// `lastIndex` on a global or sticky regexp, which would make a match in one
// field move where the next field starts matching. `String.prototype.search`
// searches from the start and restores `lastIndex`, and is equivalent to
// `test` for the stateless regexps.
const matches_quoted_match = function (value, quoted_match) {
  if (!quoted_match) return false;
  return quoted_match.some((pattern) =>
    typeof pattern === "string"
      ? value.indexOf(pattern) !== -1
      : value.search(pattern) !== -1,
  );
};

const stringifier = function (options, state, info) {
  return {
    options: options,
    state: state,
    info: info,
    __transform: function (chunk, push) {
      // Chunk validation
      if (!Array.isArray(chunk) && typeof chunk !== "object") {
        return Error(
          `Invalid Record: expect an array or an object, got ${JSON.stringify(chunk)}`,
        );
      }
      // Detect columns from the first record
      if (this.info.records === 0) {
        if (Array.isArray(chunk)) {
          if (
            this.options.header === true &&
            this.options.columns === undefined
          ) {
            return Error(
              "Undiscoverable Columns: header option requires column option or object records",
            );
          }
        } else if (this.options.columns === undefined) {
          const [err, columns] = normalize_columns(Object.keys(chunk));
          if (err) return;
          this.options.columns = columns;
        }
      }
      // Emit the header
      if (this.info.records === 0) {
        this.bom(push);
        const err = this.headers(push);
        if (err) return err;
      }
      // Emit and stringify the record if an object or an array
      try {
        // this.emit('record', chunk, this.info.records);
        if (this.options.on_record) {
          this.options.on_record(chunk, this.info.records);
        }
      } catch (err) {
        return err;
      }
      // Convert the record into a string
      let err, chunk_string;
      if (this.options.eof) {
        [err, chunk_string] = this.stringify(chunk);
        if (err) return err;
        if (chunk_string === undefined) {
          return;
        } else {
          chunk_string = chunk_string + this.options.record_delimiter;
        }
      } else {
        [err, chunk_string] = this.stringify(chunk);
        if (err) return err;
        if (chunk_string === undefined) {
          return;
        } else {
          if (this.options.header || this.info.records) {
            chunk_string = this.options.record_delimiter + chunk_string;
          }
        }
      }
      // Emit the csv
      this.info.records++;
      push(chunk_string);
    },
    stringify: function (chunk, chunkIsHeader = false) {
      if (typeof chunk !== "object") {
        return [undefined, chunk];
      }
      const { columns } = this.options;
      const record = [];
      // Record is an array
      if (Array.isArray(chunk)) {
        // We are getting an array but the user has specified output columns. In
        // this case, we respect the columns indexes
        const length = columns
          ? Math.min(chunk.length, columns.length)
          : chunk.length;
        // Cast record elements
        for (let i = 0; i < length; i++) {
          const field = chunk[i];
          const [err, value] = this.__cast(field, {
            index: i,
            column: i,
            records: this.info.records,
            header: chunkIsHeader,
          });
          if (err) return [err];
          record[i] = [value, field];
        }
        // Record is a literal object
        // `columns` is always defined: it is either provided or discovered.
      } else {
        for (let i = 0; i < columns.length; i++) {
          const field = get(chunk, columns[i].key);
          const [err, value] = this.__cast(field, {
            index: i,
            column: columns[i].key,
            records: this.info.records,
            header: chunkIsHeader,
          });
          if (err) return [err];
          record[i] = [value, field];
        }
      }
      let csvrecord = "";
      for (let i = 0; i < record.length; i++) {
        let options, err;

        let [value, field] = record[i];
        if (typeof value === "string") {
          options = this.options;
        } else if (is_object(value)) {
          // Value is considerered as a mix of a value and options
          options = { ...value };
          value = options.value;
          delete options.value;
          if (
            typeof value !== "string" &&
            value !== undefined &&
            value !== null
          ) {
            if (err)
              return [
                Error(
                  `Invalid Casting Value: returned value must return a string, null or undefined, got ${JSON.stringify(value)}`,
                ),
              ];
          }
          // Merge global options with the ones returned by cast
          options = { ...this.options, ...options };
          [err, options] = normalize_options(options);
          if (err !== undefined) {
            return [err];
          }
        } else if (value === undefined || value === null) {
          options = this.options;
        } else {
          return [
            Error(
              `Invalid Casting Value: returned value must return a string, an object, null or undefined, got ${JSON.stringify(value)}`,
            ),
          ];
        }
        const {
          delimiter,
          escape,
          quote,
          quoted,
          quoted_empty,
          quoted_string,
          quoted_match,
          record_delimiter,
          quote_record_delimiter,
          escape_formulas,
        } = options;
        if ("" === value && "" === field) {
          const quotedMatch = matches_quoted_match(value, quoted_match);
          const shouldQuote =
            quotedMatch ||
            true === quoted_empty ||
            (true === quoted_string && false !== quoted_empty);
          if (shouldQuote === true) {
            value = quote + value + quote;
          }
          csvrecord += value;
        } else if (value) {
          if (typeof value !== "string") {
            return [
              Error(
                `Formatter must return a string, null or undefined, got ${JSON.stringify(value)}`,
              ),
            ];
          }
          const containsdelimiter = emits_separator(value, [delimiter]);
          const containsQuote = quote !== "" && value.indexOf(quote) >= 0;
          const containsEscape = value.indexOf(escape) >= 0 && escape !== quote;
          // Testing `\n` and `\r` covers the three sequences `parse` discovers
          const containsRecordDelimiter = emits_separator(value, [
            record_delimiter,
            ...(quote_record_delimiter === false ? [] : ["\n", "\r"]),
          ]);
          const quotedString = quoted_string && typeof field === "string";
          const quotedMatch = matches_quoted_match(value, quoted_match);
          // See https://github.com/adaltas/node-csv/pull/387
          // More about CSV injection or formula injection, when websites embed
          // untrusted input inside CSV files:
          // https://owasp.org/www-community/attacks/CSV_Injection
          // http://georgemauer.net/2017/10/07/csv-injection.html
          // Apple Numbers unicode normalization is empirical from testing
          if (escape_formulas) {
            switch (value[0]) {
              case "-":
                if (typeof field === "number" || typeof field === "bigint") {
                  break;
                }
                value = `'${value}`;
                break;
              case "=":
              case "+":
              case "@":
              case "\t":
              case "\r":
              case "\uFF1D": // Unicode '='
              case "\uFF0B": // Unicode '+'
              case "\uFF0D": // Unicode '-'
              case "\uFF20": // Unicode '@'
                value = `'${value}`;
                break;
            }
          }
          const shouldQuote =
            containsQuote === true ||
            containsdelimiter ||
            containsRecordDelimiter ||
            quoted ||
            quotedString ||
            quotedMatch;
          if (shouldQuote === true && containsEscape === true) {
            value = value.replaceAll(escape, () => escape + escape);
          }
          if (containsQuote === true) {
            value = value.replaceAll(quote, () => escape + quote);
          }
          if (shouldQuote === true) {
            value = quote + value + quote;
          }
          csvrecord += value;
        } else if (
          quoted_empty === true ||
          (field === "" && quoted_string === true && quoted_empty !== false)
        ) {
          csvrecord += quote + quote;
        }
        if (i !== record.length - 1) {
          csvrecord += delimiter;
        }
      }
      return [undefined, csvrecord];
    },
    bom: function (push) {
      if (this.options.bom !== true) {
        return;
      }
      push(bom_utf8);
    },
    headers: function (push) {
      if (this.options.header === false) {
        return;
      }
      if (this.options.columns === undefined) {
        return;
      }
      let err;
      let headers = this.options.columns.map((column) => column.header);
      if (this.options.eof) {
        [err, headers] = this.stringify(headers, true);
        headers += this.options.record_delimiter;
      } else {
        [err, headers] = this.stringify(headers, true);
      }
      if (err) return err;
      if (this.options.header_as_comment) {
        headers = this.options.header_as_comment + " " + headers;
      }
      push(headers);
    },
    __cast: function (value, context) {
      const type = typeof value;
      try {
        if (type === "string") {
          // Fine for 99% of the cases
          return [undefined, this.options.cast.string(value, context)];
        } else if (type === "bigint") {
          return [undefined, this.options.cast.bigint(value, context)];
        } else if (type === "number") {
          return [undefined, this.options.cast.number(value, context)];
        } else if (type === "boolean") {
          return [undefined, this.options.cast.boolean(value, context)];
        } else if (value instanceof Date) {
          return [undefined, this.options.cast.date(value, context)];
        } else if (type === "object" && value !== null) {
          return [undefined, this.options.cast.object(value, context)];
        } else if (value === null && this.options.cast.null !== undefined) {
          return [undefined, this.options.cast.null(value, context)];
        } else if (
          value === undefined &&
          this.options.cast.undefined !== undefined
        ) {
          return [undefined, this.options.cast.undefined(value, context)];
        } else {
          return [undefined, value];
        }
      } catch (err) {
        return [err];
      }
    },
  };
};



;// CONCATENATED MODULE: ./node_modules/csv-stringify/lib/sync.js
/*
CSV Stringify

Please look at the [Sync API](https://csv.js.org/stringify/api/sync/) for
additional information.
*/




const stringify = function (records, opts = {}) {
  const data = [];
  const [err, options] = normalize_options(opts);
  if (err !== undefined) throw err;
  const state = {
    stop: false,
  };
  // Information
  const info = {
    records: 0,
  };
  const api = stringifier(options, state, info);
  for (const record of records) {
    const err = api.__transform(record, function (record) {
      data.push(record);
    });
    if (err !== undefined) throw err;
  }
  if (data.length === 0) {
    api.bom((d) => {
      data.push(d);
    });
    const err = api.headers((headers) => {
      data.push(headers);
    });
    if (err !== undefined) throw err;
  }
  return data.join("");
};




/***/ })

};
