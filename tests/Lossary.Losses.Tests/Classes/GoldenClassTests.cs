using System.Globalization;

namespace Lossary.Losses.Tests;

/// <summary>The class losses against PyTorch 1.13, the papers' formulas and scikit-learn 1.2, as tests/golden holds them.</summary>
public sealed class GoldenClassTests
{
    public static TheoryData<string> CrossEntropyIds => GoldenClassCase.Ids("losses_torch", "cross_entropy");

    public static TheoryData<string> LikelihoodIds => GoldenClassCase.Ids("losses_torch", "nll_loss");

    public static TheoryData<string> MultiMarginIds => GoldenClassCase.Ids("losses_torch", "multi_margin_loss");

    public static TheoryData<string> MultinomialIds => GoldenClassCase.Ids("tabular_losses", "half_multinomial");

    public static TheoryData<string> PaperIds => GoldenClassCase.Ids(
        "papers", "softmax_focal", "generalized_cross_entropy", "symmetric_cross_entropy", "poly1_cross_entropy",
        "categorical_hinge", "brier_multiclass");

    [Theory]
    [MemberData(nameof(CrossEntropyIds))]
    public void Cross_entropy_agrees_with_PyTorch(string id)
    {
        GoldenClassCase golden = GoldenClassCase.Of(id);
        IClassLoss loss = ClassProbe.Create(Text($"cross-entropy:smoothing={golden.Argument("label_smoothing", 0):R}"));
        Agree(ClassOutcome.Of(loss, golden), golden);
    }

    [Theory]
    [MemberData(nameof(LikelihoodIds))]
    public void Negative_log_likelihood_agrees_with_PyTorch(string id)
    {
        GoldenClassCase golden = GoldenClassCase.Of(id);
        Agree(ClassOutcome.Of(ClassProbe.Create("nll"), golden), golden);
    }

    [Theory]
    [MemberData(nameof(MultiMarginIds))]
    public void Multi_margin_agrees_with_PyTorch(string id)
    {
        GoldenClassCase golden = GoldenClassCase.Of(id);
        string text = Text($"multi-margin:p={golden.Argument("p", 1):R},margin={golden.Argument("margin", 1):R}");
        Agree(ClassOutcome.Of(ClassProbe.Create(text), golden, Reduction.MeanOverCount), golden);
    }

    [Theory]
    [MemberData(nameof(PaperIds))]
    public void Losses_of_papers_agree_with_their_definitions(string id)
    {
        GoldenClassCase golden = GoldenClassCase.Of(id);
        string text = id.Split('/')[1] switch
        {
            "softmax_focal" => Text($"focal:gamma={golden.Argument("gamma", 2):R}"),
            "generalized_cross_entropy" => Text($"gce:q={golden.Argument("q", 0):R}"),
            "symmetric_cross_entropy" => Text(
                $"sce:alpha={golden.Argument("alpha", 0):R},beta={golden.Argument("beta", 0):R},a={golden.Argument("A", 0):R}"),
            "poly1_cross_entropy" => Text($"poly-1:epsilon={golden.Argument("epsilon", 0):R}"),
            "categorical_hinge" => "categorical-hinge",
            _ => "multi-class-brier",
        };
        ClassOutcome.Of(ClassProbe.Create(text), golden, Reduction.MeanOverCount).AssertAgrees(golden, 1e-8, 1e-10);
    }

    [Theory]
    [MemberData(nameof(MultinomialIds))]
    public void Cross_entropy_agrees_with_scikit_learn(string id)
    {
        GoldenClassCase golden = GoldenClassCase.Of(id);
        ClassOutcome got = ClassOutcome.Of(ClassProbe.Create("cross-entropy"), golden);
        System.Text.Json.JsonElement expected = GoldenClassCase.Raw(id).GetProperty("expected");
        ClassOutcome.Close(GoldenClassCase.Numbers(expected.GetProperty("value").GetProperty("none")), got.Values, 1e-10, 1e-13);
        ClassOutcome.Close(GoldenClassCase.Numbers(expected.GetProperty("gradient")), got.SumGradient, 1e-10, 1e-13);
    }

    private static void Agree(ClassOutcome got, GoldenClassCase golden) =>
        got.AssertAgrees(golden, golden.IsSingle ? 2e-5 : 1e-9, golden.IsSingle ? 1e-6 : 1e-12);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
