using System.Globalization;
using System.Text;

namespace Lossary.Audit;

/// <summary>What the audit found, as a page.</summary>
internal static class AuditReport
{
    /// <summary>The page in Markdown.</summary>
    public static string Write(
        IReadOnlyList<LossFinding> formulas, IReadOnlyList<GradientFinding> gradients, IReadOnlyList<ExactFinding> exact)
    {
        StringBuilder page = new();
        page.Append(
            $"""
            # Numerical audit

            Written by `dotnet run -c Release --project tests/Lossary.Audit`; do not edit.

            {Summary(formulas, gradients, exact)}

            ## Losses with a formula of one sample

            Each formula is computed with 512 binary digits and held against what the kernels give, over a grid of extreme numbers
            (0, ±5e-324 … ±1e300, 88, 710, both ends of each domain and what is next to them). Errors are in units in the last place
            outside of the range that the exact formula takes over the inputs and their neighbours, two units to either side: a number
            below 1 means that no input is answered worse than one next to it; a large one, that terms of the formula cancel there.
            Several derivatives of a sample are one gradient: their errors are in units of the largest. *Wrong* counts results that
            are not finite though the exact number is far from overflow, or finite though it is far beyond.

            | loss | points | wrong | value, double | derivative, double | value, float | derivative, float |
            | --- | ---: | ---: | ---: | ---: | ---: | ---: |

            """);
        foreach (IGrouping<string, LossFinding> loss in formulas.GroupBy(f => f.Key))
        {
            LossFinding wide = loss.First(f => !f.IsSingle), narrow = loss.First(f => f.IsSingle);
            string mark = Exemptions.Reasons.ContainsKey(loss.Key) ? " *" : "";
            page.Append(CultureInfo.InvariantCulture, $"| `{loss.Key}`{mark} | {wide.Points + narrow.Points} ");
            page.Append(CultureInfo.InvariantCulture, $"| {wide.WrongNonFinite + narrow.WrongNonFinite} ");
            page.Append(CultureInfo.InvariantCulture, $"| {Units(wide.ValueUlp)} | {Units(wide.SlopeUlp)} | {Units(narrow.ValueUlp)} | {Units(narrow.SlopeUlp)} |\n");
        }

        page.Append('\n');
        foreach ((string key, string reason) in Exemptions.Reasons)
        {
            page.Append(CultureInfo.InvariantCulture, $"\\* `{key}`: {reason}.\n");
        }

        page.Append(
            """

            ## Losses of rows, batches and structures

            The gradient against difference quotients of fourth order, in double, on three random examples each, relative to the
            largest derivative. *By definition* marks a gradient that is not that of the value: a weight or a target is held constant.

            | loss | derivatives | worst deviation |
            | --- | ---: | ---: |

            """);
        foreach (GradientFinding loss in gradients)
        {
            string error = loss.Error > DetachedFrom ? "by definition" : loss.Error.ToString("0.0e0", CultureInfo.InvariantCulture);
            page.Append(CultureInfo.InvariantCulture, $"| `{loss.Key}` | {loss.Checks} | {error} |\n");
        }

        page.Append(
            """

            ## Functions known to every digit

            The golden corpus (`tests/golden/ulp_mpmath.json`, 800 digits, rounded once), worst plain error in units in the last place,
            and PyTorch 1.13.1 on the same numbers (`benchmarks/peers/audit_torch.py`).

            | function | value | derivative | PyTorch, value | PyTorch, derivative |
            | --- | ---: | ---: | ---: | ---: |

            """);
        foreach (ExactFinding function in exact)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {function.Operation} | {Units(function.Value)} | {Units(function.Slope)} ");
            page.Append(CultureInfo.InvariantCulture, $"| {Units(function.PeerValue)} | {Units(function.PeerSlope)} |\n");
        }

        return page.ToString();
    }

    /// <summary>From here on a deviation is no error of arithmetic.</summary>
    private const double DetachedFrom = 1e-3;

    private static string Summary(
        IReadOnlyList<LossFinding> formulas, IReadOnlyList<GradientFinding> gradients, IReadOnlyList<ExactFinding> exact)
    {
        ExactFinding[] shared = [.. exact.Where(f => f.PeerValue is not null)];
        int ours = shared.Count(f => Math.Max(f.Value, f.Slope) > Limit);
        int theirs = shared.Count(f => Math.Max(f.PeerValue ?? 0, f.PeerSlope ?? 0) > Limit);
        return FormattableString.Invariant(
            $"{formulas.Count / 2} losses at {formulas.Sum(f => f.Points)} extreme points in double and float: {formulas.Sum(f => f.CountedWrong)} results ")
            + FormattableString.Invariant(
            $"wrongly not finite or finite, beside {formulas.Sum(f => f.WrongNonFinite - f.CountedWrong)} of losses marked *.\n{gradients.Count} losses of rows, batches and structures: {gradients.Sum(g => g.Checks)} derivatives against difference quotients.\n")
            + FormattableString.Invariant(
            $"Of {shared.Length} functions that PyTorch has too and of which every digit is known, {ours} here and {theirs} of PyTorch's are off by more than {Limit} units in the last place.");
    }

    private const double Limit = 4;

    private static string Units(double? error) => error switch
    {
        null => "",
        double.PositiveInfinity => "∞",
        >= 1000 => error.Value.ToString("0.0e0", CultureInfo.InvariantCulture),
        _ => error.Value.ToString("0.#", CultureInfo.InvariantCulture),
    };
}
