using System.Globalization;
using Lossary.Losses;

namespace Lossary.Audit;

/// <summary>The whole program: every loss of the catalogue, or those named, over the extreme grid; a table out.</summary>
internal static class AuditRun
{
    private const int AllFinite = 0;
    private const int SomeWrong = 1;
    private const int BadUsage = 2;

    /// <summary>Runs the audit.</summary>
    /// <param name="arguments">Keys of losses, or none for all; <c>--page FILE</c> writes the page; <c>--peer FILE</c> reads PyTorch's figures.</param>
    /// <param name="output">Receives a line for each loss.</param>
    /// <param name="errors">Receives what is wrong with the arguments.</param>
    /// <returns>0 where every result that has to be finite is, 1 where one is not, 2 for bad arguments.</returns>
    public static int Run(string[] arguments, TextWriter output, TextWriter errors)
    {
        if (arguments.Contains("--help"))
        {
            output.WriteLine("Usage: Lossary.Audit [LOSS...] [--page FILE] [--peer FILE]");
            return AllFinite;
        }

        LossEntry[] entries;
        try
        {
            string[] keys = Keys(arguments);
            entries = keys.Length == 0 ? [.. LossCatalogue.All] : [.. keys.Select(LossCatalogue.Find)];
        }
        catch (ArgumentException exception)
        {
            errors.WriteLine(exception.Message);
            return BadUsage;
        }

        LossEntry[] readable = [.. entries.Where(HasFormula)];
        LossFinding[][] found = new LossFinding[readable.Length][];
        Parallel.For(0, readable.Length, i =>
        {
            found[i] = [LossFinding.Of<double>(readable[i]), LossFinding.Of<float>(readable[i])];
            lock (output)
            {
                Array.ForEach(found[i], finding => output.WriteLine(Line(finding)));
            }
        });
        LossEntry[] coupled = [.. entries.Where(entry => !HasFormula(entry))];
        GradientFinding[] gradients = new GradientFinding[coupled.Length];
        Parallel.For(0, coupled.Length, i =>
        {
            gradients[i] = GradientFinding.Of(coupled[i]);
            lock (output)
            {
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{gradients[i].Key,-40} gradient {gradients[i].Checks,5} checks, worst {gradients[i].Error:0.0e0}"));
            }
        });
        LossFinding[] all = [.. found.SelectMany(findings => findings)];
        if (Option(arguments, "--page") is { } page)
        {
            File.WriteAllText(page, AuditReport.Write(all, gradients, [.. ExactFinding.All(Option(arguments, "--peer"))]));
        }

        int wrong = all.Sum(finding => finding.CountedWrong);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{all.Length / 2} losses, {all.Sum(f => f.Points)} points, {wrong} wrong; {gradients.Length} gradients, {gradients.Sum(g => g.Checks)} checks"));
        return wrong == 0 ? AllFinite : SomeWrong;
    }

    private static bool HasFormula(LossEntry entry) => entry.Create() is IReading { HasFormula: true };

    private static string[] Keys(string[] arguments) =>
    [
        .. arguments.Where((argument, i) => !argument.StartsWith("--", StringComparison.Ordinal)
            && (i == 0 || !arguments[i - 1].StartsWith("--", StringComparison.Ordinal))),
    ];

    private static string? Option(string[] arguments, string name)
    {
        int index = Array.IndexOf(arguments, name);
        return index >= 0 && index + 1 < arguments.Length ? arguments[index + 1] : null;
    }

    private static string Line(LossFinding found) => string.Create(
        CultureInfo.InvariantCulture,
        $"{found.Key,-40} {(found.IsSingle ? "float " : "double")} {found.Points,5} {found.WrongNonFinite,4} wrong {found.ValueUlp,10:G4} {found.SlopeUlp,10:G4} {found.Worst}");
}
