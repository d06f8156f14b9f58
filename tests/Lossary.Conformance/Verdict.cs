namespace Lossary.Conformance;

/// <summary>What became of one case: passed where neither is set.</summary>
/// <param name="Failure">What was expected and what came instead.</param>
/// <param name="Missing">The operation, or the variant of it, that the library does not have.</param>
internal readonly record struct Verdict(string? Failure, string? Missing)
{
    /// <summary>Every number was met.</summary>
    public static Verdict Pass => default;

    /// <summary>The library does not have the operation.</summary>
    public static Verdict Skip(string missing) => new(null, missing);

    /// <summary>Something else came than was expected.</summary>
    public static Verdict Fail(string expected, string found) => new($"expected {expected}, got {found}", null);

    /// <summary>Something else came than was expected, at a place.</summary>
    public static Verdict Fail(string place, string expected, string found) =>
        new($"{place}: expected {expected}, got {found}", null);
}
