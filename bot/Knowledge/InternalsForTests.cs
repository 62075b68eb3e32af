using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("ChatBot.Knowledge.Tests")]
