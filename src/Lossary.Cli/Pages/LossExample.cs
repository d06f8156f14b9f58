using System.Globalization;
using System.Text;
using Lossary.Losses;

namespace Lossary.Cli;

/// <summary>A program that uses a loss, and what it prints.</summary>
/// <param name="Code">C#, with the namespaces it needs.</param>
/// <param name="Output">What it writes.</param>
internal sealed record LossExample(string Code, string Output)
{
    private const int Classes = 3;

    public static LossExample Of(LossEntry entry) => entry.Create() switch
    {
        ISampleLoss loss => OfSamples(entry, loss),
        IClassLoss loss => OfClasses(loss),
        IArrayLoss loss => ArrayExample.Of(loss),
        ILoss loss => throw new NotSupportedException($"{loss.Name} is of no kind that an example is known for."),
    };

    /// <summary>Numbers as C# writes them: <c>[2.5, 0, -1]</c>.</summary>
    public static string List(IEnumerable<double> values) => $"[{string.Join(", ", values.Select(Text))}]";

    public static string Text(double value) => LossCode.Number(value);

    /// <summary>As the examples print: four decimals, no zero at the end.</summary>
    public static string Printed(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    public static string Printed(IEnumerable<double> values) => string.Join(" ", values.Select(Printed));

    private static LossExample OfSamples(LossEntry entry, ISampleLoss loss)
    {
        double[] targets = TargetsOf(loss.Card.Target);
        double[] predictions = PredictionsOf(entry, loss.Card, targets);
        double[] gradient = new double[targets.Length];
        Totals totals = loss.Evaluate(new LossBatch<double>
        {
            Predictions = predictions,
            Targets = targets,
            Gradient = gradient,
        });
        StringBuilder code = new();
        code.Append("using Lossary.Losses;\n\n");
        code.Append(CultureInfo.InvariantCulture, $"double[] predictions = {List(predictions)};\n");
        code.Append(CultureInfo.InvariantCulture, $"double[] targets = {List(targets)};\n");
        code.Append(CultureInfo.InvariantCulture, $"double[] gradient = new double[{targets.Length}];\n\n");
        code.Append(LossCode.HasConstructorOfNumbers(loss)
            ? $"double mean = {LossCode.New(loss)}.Mean(predictions, targets, gradient);\n\n"
            : $$"""
                ISampleLoss loss = {{LossCode.New(loss)}};
                double mean = loss.Evaluate(new LossBatch<double>
                {
                    Predictions = predictions,
                    Targets = targets,
                    Gradient = gradient,
                }).Mean;


                """);
        code.Append(Printing);
        return new(code.ToString(), $"mean {Printed(totals.Mean)}\ngradient {Printed(gradient)}");
    }

    private static LossExample OfClasses(IClassLoss loss)
    {
        // Two rows of three classes: scores, or for losses that take them the logarithms of probabilities.
        double[] scores = loss.Card.Link == Link.Log
            ? [-0.357, -1.609, -2.303, -1.204, -0.693, -1.609]
            : [2, 0.5, -1, 0.25, 1.5, 1];
        int[] targets = [0, 2];
        double[] gradient = new double[scores.Length];
        Totals totals = loss.Evaluate(new ClassBatch<double>
        {
            Scores = scores,
            Classes = Classes,
            Targets = targets,
            Gradient = gradient,
        });
        StringBuilder code = new();
        code.Append("using Lossary.Losses;\n\n");
        code.Append(CultureInfo.InvariantCulture, $"double[] scores = {List(scores)}; // two rows of three classes\n");
        code.Append("int[] targets = [0, 2];\n");
        code.Append(CultureInfo.InvariantCulture, $"double[] gradient = new double[{scores.Length}];\n\n");
        code.Append(LossCode.HasConstructorOfNumbers(loss)
            ? $"double mean = {LossCode.New(loss)}.Mean(scores, classes: {Classes}, targets, gradient);\n\n"
            : $$"""
                IClassLoss loss = {{LossCode.New(loss)}};
                double mean = loss.Evaluate(new ClassBatch<double>
                {
                    Scores = scores,
                    Classes = {{Classes}},
                    Targets = targets,
                    Gradient = gradient,
                }).Mean;


                """);
        code.Append(Printing);
        return new(code.ToString(), $"mean {Printed(totals.Mean)}\ngradient {Printed(gradient)}");
    }

    /// <summary>The end of every example.</summary>
    internal static string Printing =>
        """
        Console.WriteLine($"mean {mean:0.####}");
        Console.WriteLine($"gradient {string.Join(" ", gradient.Select(slope => $"{slope:0.####}"))}");
        """;

    private static double[] TargetsOf(Domain domain) =>
        domain == Domain.Sign ? [1, -1, 1]
        : domain == Domain.Unit ? [1, 0, 1]
        : domain.Low >= 0 ? [3, 1, 2]
        : [3, -0.5, 2];

    private static double[] PredictionsOf(LossEntry entry, LossCard card, double[] targets) =>
        card.Prediction == Domain.Unit ? [0.8, 0.3, 0.6]
        : card.Prediction.High <= 1 || card.Prediction.Low >= 0 ? [0.8, 0.3, 0.6]
        : entry.Family == LossFamily.Margin || card.Link is Link.Logit or Link.Score ? [1.5, -0.25, -0.5]
        : card.Link == Link.Log ? [1, 0.25, 0.5]
        : card.Prediction.Low > -2 ? [2.5, -0.25, 2.25]
        : [2.5, targets[1] + 0.75, targets[2] + 4];
}
