namespace ChatBot.Web.Reading;

/// <summary>What the areas of the knowledge base are called on a page, in the order people look for them.</summary>
internal static class Areas
{
    private static readonly (string Folder, string Name)[] Known =
    [
        ("hop-dong", "Hợp đồng lao động"), ("nghi-viec", "Nghỉ việc, mất việc"), ("tien-luong", "Tiền lương"), ("thoi-gio", "Thời giờ làm việc, nghỉ ngơi"),
        ("ky-luat", "Kỷ luật, bồi thường"), ("lao-dong-nu", "Lao động nữ, gia đình"), ("an-toan", "An toàn, tai nạn, bệnh nghề nghiệp"), ("bhxh", "Bảo hiểm xã hội"),
        ("bhtn", "Bảo hiểm thất nghiệp"), ("bhyt", "Bảo hiểm y tế"), ("cong-doan", "Công đoàn"), ("tranh-chap", "Tranh chấp, đình công"),
        ("quyen-chung", "Quyền chung của người lao động"), ("lien-he", "Liên hệ"),
    ];

    public static string Name(string folder) => Known.FirstOrDefault(it => it.Folder == folder).Name ?? Plain(folder);

    public static int Place(string folder) => Array.FindIndex(Known, it => it.Folder == folder) is >= 0 and var place ? place : Known.Length;

    private static string Plain(string folder) => folder.Length == 0 ? folder : char.ToUpperInvariant(folder[0]) + folder[1..].Replace('-', ' ');
}
