using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("ChatBot.Knowledge.Tests")]
[assembly: InternalsVisibleTo("ChatBot.Ranking")]
