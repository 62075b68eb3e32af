using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace ChatBot.Web.Tests.Houses;

/// <summary>The databases the product runs on; every database test runs on both.</summary>
public enum Database
{
    Sqlite,
    Postgres,
}

/// <summary>Runs the test once on each database.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnEveryDatabaseAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([new TheoryDataRow<Database>(Database.Sqlite), new TheoryDataRow<Database>(Database.Postgres)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
