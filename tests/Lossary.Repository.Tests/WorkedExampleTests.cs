using System.Globalization;
using Lossary.Losses;

namespace Lossary.Repository.Tests;

/// <summary>Every number of docs/worked-examples.md, computed by the library from the page's own inputs.</summary>
public sealed class WorkedExampleTests
{
    private static readonly string Page = Repository.ReadText("docs/worked-examples.md");

    private static readonly double[][] Houses = Columns("prediction");

    private static readonly double[][] Mails = Columns("probability");

    // The library's binary losses take logits.
    private static readonly double[] Logits = [.. Mails[0].Select(p => Math.Log(p / (1 - p)))];

    [Fact]
    public void House_prices_are_off_by_95_million_squared()
    {
        double squared = Mean("squared", Houses[0], Houses[1]);
        AssertOnPage("mean squared error", squared, "N0");
        AssertOnPage("root mean squared error", Math.Sqrt(squared), "N2");
        AssertOnPage("mean absolute error", Mean("absolute", Houses[0], Houses[1]), "N0");
    }

    [Fact]
    public void House_residuals_are_predictions_less_targets() => Assert.Equal(
        Houses[2], Houses[0].Zip(Houses[1], (prediction, target) => prediction - target));

    [Fact]
    public void Spam_costs_a_fifth_of_what_a_published_text_says()
    {
        AssertOnPage("log loss", Mean("binary-cross-entropy", Logits, Mails[1]), "F6");
        AssertOnPage("focal loss, γ = 2", Focal([]), "F6");
        AssertOnPage("focal loss, γ = 2, α = 0.25", Focal([0.75, 0.25]), "F6");
    }

    [Fact]
    public void No_term_of_the_log_loss_reaches_the_published_mean()
    {
        double[] values = new double[5];
        Loss("binary-cross-entropy").Evaluate(
            new LossBatch<double> { Predictions = Logits, Targets = Mails[1], Values = values });
        Assert.Equal("0.510826", values.Max().ToString("F6", CultureInfo.InvariantCulture));
        Assert.Contains("0.510826", Page, StringComparison.Ordinal);
    }

    private static void AssertOnPage(string quantity, double value, string format) => Assert.Contains(
        $"| {quantity} | {value.ToString(format, CultureInfo.InvariantCulture)} |", Page, StringComparison.Ordinal);

    // Two classes with the scores 0 and z are one class with the logit z.
    private static double Focal(double[] classWeights) => new FocalCrossEntropyLoss(2).Evaluate(new ClassBatch<double>
    {
        Scores = Logits.SelectMany(z => (double[])[0, z]).ToArray(),
        Classes = 2,
        Targets = Mails[1].Select(spam => (int)spam).ToArray(),
        ClassWeights = classWeights,
        Reduction = Reduction.MeanOverCount,
    }).Mean;

    private static double Mean(string name, double[] predictions, double[] targets) =>
        Loss(name).Evaluate(new LossBatch<double> { Predictions = predictions, Targets = targets }).Mean;

    private static ISampleLoss Loss(string name) => Assert.IsAssignableFrom<ISampleLoss>(LossCatalogue.Create(name));

    private static double[][] Columns(string firstHeading)
    {
        MarkdownTable table = MarkdownTable.Find(Page, firstHeading);
        return [.. Enumerable.Range(0, table.Header.Count).Select(k => table.Rows.Select(row => Number(row[k])).ToArray())];
    }

    // The page has the typographic minus.
    private static double Number(string cell) => double.Parse(
        cell.Replace('−', '-'), NumberStyles.Number, CultureInfo.InvariantCulture);
}
