/**
 * What passwords are made of when they are easily guessed: the heads of the published lists of
 * leaked passwords, Indonesian and international, as stems. `password-rules.ts` takes these out of
 * a password, with digits and signs, and asks whether anything of one's own remains; so every
 * "Password1234567!" and "bismillah bismillah" is covered without a list of a million lines.
 */
export const commonStems: readonly string[] = `
password passw0rd passwort passport pass word qwerty qwertyuiop qwertz azerty asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx
qazwsxedc qweasd qweasdzxc asdasd qweqwe zaq1xsw2 1qaz2wsx abcdefgh abcdef abcd abc admin administrator root user guest
test tester testing login signin welcome letmein master superman batman spiderman pokemon naruto dragon monkey shadow
sunshine princess football baseball soccer hockey iloveyou loveyou lovely love forever friends friend family hello
secret private trustno freedom whatever computer internet google facebook instagram twitter youtube whatsapp telegram
android samsung iphone apple microsoft windows changeme default temporary temp example contoh sample demo
katasandi kata sandi sandi rahasia masuk keluar ganti lupa baru lama akun pengguna sayang sayangku cinta cintaku
cintakamu akucintakamu akusayangkamu sayangkamu kamu aku saya bismillah bismilah alhamdulillah assalamualaikum
insyaallah allah allahuakbar muhammad rasulullah subhanallah masyaallah yesus tuhan tuhanyesus
indonesia merdeka garuda pancasila bhinneka nusantara jakarta bandung surabaya semarang medan makassar palembang
yogyakarta jogja bali bogor bekasi depok tangerang malang persib persija persebaya arema juventus barcelona
realmadrid manchester chelsea liverpool arsenal ronaldo messi bunda ayah mama papa ibu bapak anak anakku keluarga
bahagia semangat sukses berhasil bisa pastibisa januari februari maret april mei juni juli agustus september oktober
november desember senin selasa rabu kamis jumat sabtu minggu january february march may june july august october
december monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter
doraemon hellokitty kitty ganteng cantik imut jomblo gratis bebas mantap keren rejeki rezeki
daftar pendaftaran pendaftar registrasi register registration nik ktp npwp pajak kartu keluarga penduduk warga negara
pemerintah republik kementerian instansi petugas permohonan formulir lamaran cpns pns asn bumn
`
  .split(/\s+/)
  .filter((stem) => stem.length > 2)
  .sort((a, b) => b.length - a.length);

/** Runs in which keys lie or letters and digits follow one another. */
export const keyboardRuns: readonly string[] = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890123456789",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
];
