using System.Globalization;
using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>The operations of one kind of golden file, and how their results are compared.</summary>
/// <param name="operations">What each operation is in this library.</param>
internal class OperationGroup(IReadOnlyDictionary<string, Func<GoldenCase, Results>> operations)
{
    /// <summary>Keys of the expectation that only remark on it.</summary>
    public IReadOnlyCollection<string> Remarks { get; init; } = [];

    /// <summary>Computes a case and compares.</summary>
    public Verdict Judge(GoldenCase golden)
    {
        if (!operations.TryGetValue(golden.Operation, out Func<GoldenCase, Results>? operation))
        {
            return Verdict.Skip(golden.Operation);
        }

        try
        {
            return Judge(golden, operation);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return Verdict.Fail("numbers", Describe(exception));
        }
    }

    /// <summary>Computes a case of a known operation and compares.</summary>
    protected virtual Verdict Judge(GoldenCase golden, Func<GoldenCase, Results> operation)
    {
        Results results = operation(golden);
        if (results.Missing is string variant)
        {
            return Verdict.Skip($"{golden.Operation} {variant}");
        }

        foreach ((string path, GoldenTensor expected) in golden.Expectations(Remarks))
        {
            Verdict verdict = Compare(golden, path, expected, results.Find(path));
            if (verdict != Verdict.Pass)
            {
                return verdict;
            }
        }

        return Verdict.Pass;
    }

    /// <summary>Whether a number is near enough to the expected one.</summary>
    /// <param name="golden">The case.</param>
    /// <param name="path">What is compared.</param>
    /// <param name="index">Which of its elements.</param>
    /// <param name="expected">The reference's number.</param>
    /// <param name="found">The library's.</param>
    protected virtual bool Allows(GoldenCase golden, string path, int index, double expected, double found) =>
        golden.Tolerance.Allows(expected, found);

    /// <summary>An exception in one line.</summary>
    protected static string Describe(Exception exception) =>
        $"{exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}";

    private Verdict Compare(GoldenCase golden, string path, GoldenTensor expected, GoldenTensor? found)
    {
        if (found is null)
        {
            return Verdict.Fail(path, "a result", "none");
        }

        if (!expected.Shape.SequenceEqual(found.Shape))
        {
            return Verdict.Fail(path, ShapeText(expected), ShapeText(found));
        }

        for (int i = 0; i < expected.Data.Length; i++)
        {
            // A float reference is written in the fewest decimals that name it, so it is rounded before it is compared.
            double want = golden.IsSingle ? (float)expected.Data[i] : expected.Data[i], got = found.Data[i];
            if (!Allows(golden, path, i, want, got))
            {
                string place = expected.Shape.Length == 0 ? path : $"{path}[{i}]";
                return Verdict.Fail(place, Text(want), Text(got));
            }
        }

        return Verdict.Pass;
    }

    private static string ShapeText(GoldenTensor tensor) => $"shape [{string.Join(", ", tensor.Shape)}]";

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
