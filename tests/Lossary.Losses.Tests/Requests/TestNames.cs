using System.Reflection;

namespace Lossary.Losses.Tests;

/// <summary>Tests that are named by others, in tables of what holds what.</summary>
internal static class TestNames
{
    /// <summary>Fails unless a test of that name runs in that class.</summary>
    public static void Check(Type type, string test)
    {
        Assert.True(type is { IsAbstract: false, IsPublic: true }, $"{type.Name} is not run.");
        FactAttribute? fact = type.GetMethod(test)?.GetCustomAttribute<FactAttribute>();
        Assert.True(fact is { Skip: null }, $"{type.Name}.{test} is no test.");
    }
}
