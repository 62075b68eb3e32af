namespace ChatBot.Talk;

/// <summary>The question how it was, after the end of a case. Only the worker's very next word can be an answer to it.</summary>
/// <param name="AskedAt">When it was asked.</param>
/// <param name="ForWords">After a score: a few words are asked for.</param>
public sealed record Survey(DateTimeOffset AskedAt, bool ForWords = false);
