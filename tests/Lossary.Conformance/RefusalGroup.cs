using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>Calls that the library has to refuse, with an exception that names the argument at fault.</summary>
/// <param name="operations">What each operation is in this library.</param>
internal sealed class RefusalGroup(IReadOnlyDictionary<string, Func<GoldenCase, Results>> operations)
    : OperationGroup(operations)
{
    private const string Refusal = "an ArgumentException of the library that names the argument";

    /// <inheritdoc/>
    protected override Verdict Judge(GoldenCase golden, Func<GoldenCase, Results> operation)
    {
        try
        {
            operation(golden);
            return Verdict.Fail(Refusal, "numbers");
        }
        catch (ArgumentException exception) when (IsClear(exception))
        {
            return Verdict.Pass;
        }
        catch (ArgumentException exception)
        {
            return Verdict.Fail(Refusal, Describe(exception));
        }
    }

    /// <summary>The library itself has to refuse, not the platform below it, nor this program.</summary>
    private static bool IsClear(ArgumentException exception) =>
        !string.IsNullOrEmpty(exception.ParamName) && exception.Source == "Lossary.Losses";
}
