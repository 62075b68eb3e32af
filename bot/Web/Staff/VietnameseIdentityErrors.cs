using Microsoft.AspNetCore.Identity;

namespace ChatBot.Web.Staff;

/// <summary>What Identity has to say about accounts and passwords, in Vietnamese.</summary>
public sealed class VietnameseIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Say(nameof(DefaultError), "Có lỗi xảy ra, bạn thử lại.");

    public override IdentityError ConcurrencyFailure() => Say(nameof(ConcurrencyFailure), "Tài khoản vừa được người khác sửa. Bạn tải lại trang rồi làm lại.");

    public override IdentityError PasswordMismatch() => Say(nameof(PasswordMismatch), "Mật khẩu không đúng.");

    public override IdentityError InvalidToken() => Say(nameof(InvalidToken), "Mã không còn dùng được.");

    public override IdentityError InvalidUserName(string? userName) => Say(nameof(InvalidUserName), "E-mail này không dùng được.");

    public override IdentityError InvalidEmail(string? email) => Say(nameof(InvalidEmail), "E-mail chưa đúng. Ví dụ: hoa@congdoan.example");

    // The e-mail is the user name: said once, for the e-mail.
    public override IdentityError DuplicateUserName(string userName) => Say(nameof(DuplicateUserName), "Đã có tài khoản với e-mail này.");

    public override IdentityError DuplicateEmail(string email) => DuplicateUserName(email);

    public override IdentityError PasswordTooShort(int length) => Say(nameof(PasswordTooShort), $"Mật khẩu phải có ít nhất {length} ký tự.");

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) =>
        Say(nameof(PasswordRequiresUniqueChars), $"Mật khẩu phải có ít nhất {uniqueChars} ký tự khác nhau.");

    private static IdentityError Say(string code, string text) => new() { Code = code, Description = text };
}
