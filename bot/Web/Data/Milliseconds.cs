using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ChatBot.Web.Data;

/// <summary>Moments as milliseconds since 1970 (UTC): SQLite cannot order a DateTimeOffset, PostgreSQL takes only UTC.</summary>
public sealed class Milliseconds() : ValueConverter<DateTimeOffset, long>(
    moment => moment.ToUnixTimeMilliseconds(),
    number => DateTimeOffset.FromUnixTimeMilliseconds(number));
