/** The folders that every mailbox has, by Graph's well-known names. https://learn.microsoft.com/graph/api/resources/mailfolder */
export const WELL_KNOWN = [
  'inbox',
  'drafts',
  'sentitems',
  'deleteditems',
  'junkemail',
  'archive',
  'outbox',
  'conversationhistory',
] as const;

export type WellKnown = (typeof WELL_KNOWN)[number];

type Names = Readonly<Record<WellKnown, string>>;

function names(list: string): Names {
  const [inbox, drafts, sentitems, deleteditems, junkemail, archive, outbox, conversationhistory] = list.split(', ');
  return {
    inbox: inbox ?? '',
    drafts: drafts ?? '',
    sentitems: sentitems ?? '',
    deleteditems: deleteditems ?? '',
    junkemail: junkemail ?? '',
    archive: archive ?? '',
    outbox: outbox ?? '',
    conversationhistory: conversationhistory ?? '',
  };
}

const ENGLISH = names('Inbox, Drafts, Sent Items, Deleted Items, Junk Email, Archive, Outbox, Conversation History');

const OTHERS: Readonly<Record<string, Names>> = {
  de: names(
    'Posteingang, Entwürfe, Gesendete Elemente, Gelöschte Elemente, Junk-E-Mail, Archiv, Postausgang, Aufgezeichnete Unterhaltungen',
  ),
  fr: names(
    'Boîte de réception, Brouillons, Éléments envoyés, Éléments supprimés, Courrier indésirable, Archive, Boîte d’envoi, Historique des conversations',
  ),
  es: names(
    'Bandeja de entrada, Borradores, Elementos enviados, Elementos eliminados, Correo no deseado, Archivo, Bandeja de salida, Historial de conversaciones',
  ),
  pt: names(
    'Caixa de Entrada, Rascunhos, Itens Enviados, Itens Excluídos, Lixo Eletrônico, Arquivo Morto, Caixa de Saída, Histórico de Conversa',
  ),
  it: names(
    'Posta in arrivo, Bozze, Posta inviata, Posta eliminata, Posta indesiderata, Archivio, Posta in uscita, Cronologia conversazioni',
  ),
  nl: names(
    'Postvak IN, Concepten, Verzonden items, Verwijderde items, Ongewenste e-mail, Archief, Postvak UIT, Gespreksgeschiedenis',
  ),
  sv: names('Inkorgen, Utkast, Skickat, Borttaget, Skräppost, Arkiv, Utkorgen, Konversationshistorik'),
  ja: names('受信トレイ, 下書き, 送信済みアイテム, 削除済みアイテム, 迷惑メール, アーカイブ, 送信トレイ, 会話の履歴'),
  zh: names('收件箱, 草稿, 已发送邮件, 已删除邮件, 垃圾邮件, 存档, 发件箱, 对话历史记录'),
};

/** The names of the well-known folders in the language of a locale, or in English for other languages. */
export function folderNames(locale: string): Names {
  return OTHERS[locale.split('-', 1).join('')] ?? ENGLISH;
}

const CALENDARS: Readonly<Record<string, string>> = {
  de: 'Kalender',
  fr: 'Calendrier',
  es: 'Calendario',
  pt: 'Calendário',
  it: 'Calendario',
  nl: 'Agenda',
  sv: 'Kalender',
  ja: '予定表',
  zh: '日历',
};

/** The same for the calendar, which is no mail folder. */
export function calendarFolderName(locale: string): string {
  return CALENDARS[locale.split('-', 1).join('')] ?? 'Calendar';
}

/** Typical names of folders that users create. */
export const OWN_NAMES = [
  'Projects',
  'Customers',
  'Invoices 2025',
  'Invoices 2026',
  'Newsletters',
  'Travel',
  'HR',
  'Personal',
  'Büro & Küche',
  'Q1',
  'Q2',
  'To do',
  'Done',
  '日報',
  'חשבוניות',
  '🎉 Party 2026',
  '👩‍👩‍👧 Family',
] as const;

/** Names that Exchange allows and that require escaping or contain separators. */
export const ODD_NAMES = [
  'Clients/Contoso',
  'a; b; c',
  '"Quoted", they said',
  `=HYPERLINK("http://fabrikam.com","click")`,
  '+49 30 Berlin',
  '-1+2',
  '@SUM(1+1)',
  'back\\slash',
  'back\\/both',
  '/',
  '<script>alert(1)</script>',
  '::error file=x::Folder',
  '| pipe | table |',
  "it's",
  'null',
] as const;
