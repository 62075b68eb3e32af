namespace ChatBot.Talk;

/// <summary>The phrases the bot needs, so that a missing one is told at start and not at the first message.</summary>
internal static class PhraseNames
{
    public static readonly string[] All =
    [
        "gioi-thieu", "nhac-lai-la-bot", "bot-tro-lai", "moi-hoi", "dong-y-luu",
        "can-cu", "ap-dung-tu", "ap-dung-den", "loi-van-luat", "luu-y", "xem-dieu-luat",
        "khong-co-dieu", "khong-co-khoan", "luat-da-thay", "luat-het-hieu-luc", "luat-chua-hieu-luc", "luat-cu", "xem-van-ban", "xem-van-ban-moi",
        "chon-cau", "cau-so", "khong-cau-nao", "chua-chon-duoc",
        "khong-biet", "khong-biet-lan-hai", "ngoai-pham-vi", "dang-truc-trac", "loi-xu-ly",
        "gap-tu-van", "chi-tiet", "can-lam-gi", "vi-du", "het-chi-tiet",
        "da-chuyen", "trong-gio", "ngoai-gio", "da-chuyen-gap", "cho-them", "hoi-bot", "quay-lai-bot",
        "cam-on-huu-ich", "vi-sao-chua-dung", "ly-do-1", "ly-do-2", "ly-do-3", "cam-on-ly-do",
        "hoi-hai-long", "diem-1", "diem-2", "diem-3", "diem-4", "diem-5", "cam-on-diem", "cam-on-diem-thap", "gop-y-them", "moi-gop-y", "cam-on-gop-y",
        "moi-nhan-rieng", "chua-xem-tep", "tep-kem", "tieng-anh", "da-xoa", "xin-xac-nhan-xoa",
    ];
}
