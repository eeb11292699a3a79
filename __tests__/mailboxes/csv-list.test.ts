import { describe, expect, test } from '@jest/globals';
import { readList } from './workspace.ts';

describe('a CSV list', () => {
  test.each([
    ['comma beside quoted semicolons', '"a;b;c",Mail\n1,a@x.y\n'],
    ['nothing: one column', 'Mail\na@x.y\n'],
    ['comma with blanks around quotes', 'Name, "Mail"\n1 , "a@x.y" \n'],
    ['comma below blank lines', '\n,Mail\n1,a@x.y\n'],
  ])('may be separated by %s', async (_separator, text) => {
    const [[address] = []] = await readList('list.csv', text);
    expect(address).toBe('a@x.y');
  });

  test('may mix line ends', async () => {
    await expect(readList('list.csv', 'Mail\r\na@x.y\nb@x.y\rc@x.y')).resolves.toEqual([
      ['a@x.y', 2],
      ['b@x.y', 3],
      ['c@x.y', 4],
    ]);
  });

  test('may have empty rows, and rows shorter or longer than the header', async () => {
    await expect(readList('list.csv', 'Mail,Name\na@x.y\n,\n \n;\n'.replace(';\n', 'b@x.y,1,2,3\n'))).resolves.toEqual([
      ['a@x.y', 2],
      ['b@x.y', 5],
    ]);
  });

  test.each([
    ['Mail,UserPrincipalName\nmail@x.y,upn@x.y\n', 'upn@x.y'],
    ['Address,Mailbox\naddress@x.y,mailbox@x.y\n', 'mailbox@x.y'],
    ['PRIMARYSMTPADDRESS,EmailAddress\nprimary@x.y,email@x.y\n', 'primary@x.y'],
    ['UserPrincipalName,MailboxName\nupn@x.y,name@x.y\n', 'name@x.y'],
    ['Display name,User principal name\nAdele,upn@x.y\n', 'upn@x.y'],
    ['Email address,UPN\nmail@x.y,upn@x.y\n', 'upn@x.y'],
    ['E-Mail;Windows-Email Address\nmail@x.y;windows@x.y\n', 'windows@x.y'],
    ['Primary SMTP Address,Email\nprimary@x.y,email@x.y\n', 'primary@x.y'],
    // The only column with addresses.
    ['Name,Konto,Notiz\nAdele, konto@x.y ,to ask: it@x.y\n', 'konto@x.y'],
  ])('has its address in the best matching column of %j', async (text, address) => {
    await expect(readList('list.csv', text)).resolves.toEqual([[address, 2]]);
  });

  test('has its address in the requested column, case-insensitively', async () => {
    const text = 'Mail,Windows Live ID\na@x.y,b@x.y\n';
    await expect(readList('list.csv', text, 'windows live id ')).resolves.toEqual([['b@x.y', 2]]);
  });

  test.each([
    ['Name,E-Mail,Email\nAdele,a@x.y,b@x.y\n', '"E-Mail", "Email"'],
    ['Konto,Name,Vertretung\na@x.y,Adele,\nb@x.y,Alex,a@x.y\n', '"Konto", "Vertretung"'],
  ])('with two address columns is an error that names them: %j', async (text, names) => {
    await expect(readList('list.csv', text)).rejects.toMatchObject({
      code: 'LIST_NO_COLUMN',
      message: expect.stringContaining(names),
      hint: expect.stringContaining('"address-column"'),
    });
  });

  test.each([
    ['Mail,Mail\na@x.y,b@x.y\n', 'Mail', '"Mail", "Mail"'],
    ['UPN,Display Name,DisplayName,DisplayName\na@x.y,1,2,3\n', undefined, '"DisplayName", "DisplayName"'],
    ['UPN,DisplayName,Display Name\na@x.y,1,2\n', undefined, '"DisplayName", "Display Name"'],
    ['UPN,Display Name,display-name\na@x.y,1,2\n', undefined, '"Display Name", "display-name"'],
  ])('with two columns of one name is an error that names them: %j', async (text, column, names) => {
    await expect(readList('list.csv', text, column)).rejects.toMatchObject({
      code: 'LIST_NO_COLUMN',
      message: expect.stringContaining(names),
      place: { file: 'list.csv', line: 1 },
    });
  });

  test('without an address column is an error that names the existing columns', async () => {
    await expect(readList('lists/all.csv', '\nAlias,,Office\nadele,1,2\n')).rejects.toMatchObject({
      code: 'LIST_NO_COLUMN',
      message: expect.stringContaining('"Alias", "Office"'),
      hint: expect.stringContaining('address-column'),
      place: { file: 'lists/all.csv', line: 2 },
    });
  });

  test('without the requested column is an error that names it', async () => {
    await expect(readList('list.csv', 'Mail\na@x.y\n', 'Login')).rejects.toMatchObject({
      code: 'LIST_NO_COLUMN',
      message: expect.stringMatching(/^list\.csv .*"Login".*"Mail"/),
      hint: expect.stringContaining('"address-column"'),
    });
  });

  test('without a header row is an error that says so', async () => {
    await expect(readList('list.csv', 'a@x.y,Adele\nb@x.y,Alex\n')).rejects.toMatchObject({
      code: 'LIST_NO_COLUMN',
      hint: expect.stringContaining('header row'),
    });
  });

  test('of very many unknown columns is an error that names the first', async () => {
    const header = Array.from({ length: 25 }, (_, position) => `c${position}`).join();
    await expect(readList('list.csv', header)).rejects.toThrow('"c19", and 5 more.');
    await expect(readList('list.csv', ' , \n')).rejects.toThrow('all unnamed');
  });

  test.each([
    ['a blank cell', 'Mail,Name\na@x.y,1\n,2\n'],
    ['a missing cell', 'Name,Mail\n1,a@x.y\n2\n'],
  ])('with %s in a row is an error that names the line', async (_case, text) => {
    await expect(readList('list.csv', text)).rejects.toMatchObject({
      code: 'ADDRESS_MALFORMED',
      message: 'list.csv, line 3: The address is missing.',
      place: { file: 'list.csv', line: 3 },
    });
  });

  test.each([
    ['never closed', 'Mail,Name\na@x.y,1\nb@x.y,"2\nc@x.y,3\nd@x.y,4\n'],
    ['opened inside a cell', 'Mail,Name\na@x.y,1\nb@x.y,x"2"\n'],
    ['closed inside a cell', 'Mail,Name\na@x.y,1\nb@x.y,"2"x\n'],
  ])('with a quote %s is malformed on that line', async (_case, text) => {
    await expect(readList('list.csv', text)).rejects.toMatchObject({
      code: 'LIST_MALFORMED',
      message: expect.stringMatching(/^list\.csv, line 3: .*quote/),
      place: { file: 'list.csv', line: 3 },
    });
  });
});
