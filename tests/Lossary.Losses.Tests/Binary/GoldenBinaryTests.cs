using Lossary.Tests.Shared;

namespace Lossary.Losses.Tests;

/// <summary>
/// The losses of two classes against PyTorch, the papers' formulas and 800-digit arithmetic (tests/golden).
/// </summary>
public sealed class GoldenBinaryTests
{
    private static readonly GoldenFile Torch = GoldenFile.Read("losses_torch");
    private static readonly GoldenFile Papers = GoldenFile.Read("papers");
    private static readonly GoldenFile Worked = GoldenFile.Read("worked_examples");

    [Fact]
    public void Binary_cross_entropy_on_probabilities_is_that_of_PyTorch() =>
        GoldenComparison.Check(Torch.Of("binary_cross_entropy"), OnProbabilities, "input");

    [Fact]
    public void Published_spam_example_has_log_loss_0_23357_not_1_031() =>
        GoldenComparison.Check(Worked.Of("binary_cross_entropy"), OnProbabilities, "input");

    [Fact]
    public void Published_spam_example_has_focal_loss_0_02034_not_1_486() =>
        GoldenComparison.Check(Worked.Of("binary_focal_probability"), FocalOnProbabilities, "input");

    [Fact]
    public void Soft_margin_loss_is_that_of_PyTorch_without_its_overflow() =>
        GoldenComparison.Check(Torch.Of("soft_margin_loss"), _ => Named("soft-margin"), "input");

    [Theory]
    [InlineData("margin_hinge", "hinge")]
    [InlineData("margin_squared_hinge", "squared-hinge")]
    [InlineData("margin_smoothed_hinge", "smoothed-hinge")]
    [InlineData("margin_modified_huber", "modified-huber")]
    [InlineData("margin_logistic", "logistic")]
    [InlineData("margin_exponential", "exponential")]
    [InlineData("margin_perceptron", "perceptron")]
    [InlineData("margin_savage", "savage")]
    [InlineData("margin_sigmoid_margin", "sigmoid-margin")]
    [InlineData("margin_dwd", "dwd")]
    public void Margin_loss_is_that_of_its_paper(string operation, string name) =>
        GoldenComparison.Check(Papers.Of(operation), _ => Named(name), "input");

    [Fact]
    public void Binary_focal_loss_is_that_of_its_paper() =>
        GoldenComparison.Check(Papers.Of("binary_focal"), Focal, "logits");

    [Fact]
    public void Binary_focal_loss_on_probabilities_is_that_of_its_paper() =>
        GoldenComparison.Check(Papers.Of("binary_focal_probability"), FocalOnProbabilities, "p");

    [Fact]
    public void Asymmetric_loss_is_that_of_its_paper() =>
        GoldenComparison.Check(Papers.Of("asymmetric_loss"), Asymmetric, "logits");

    [Fact]
    public void Binary_cross_entropy_with_logits_is_that_of_PyTorch() => GoldenComparison.Check(
        Torch.Of("binary_cross_entropy_with_logits").Where(c => !c.Inputs.ContainsKey("pos_weight")),
        _ => Named("binary-cross-entropy"),
        "input");

    [Fact]
    public void Positive_weights_are_those_of_PyTorch()
    {
        IEnumerable<GoldenCase> cases = Torch.Of("binary_cross_entropy_with_logits");
        foreach (GoldenCase c in cases.Where(c => c.Inputs.ContainsKey("pos_weight")))
        {
            double[] weights = c.Inputs["pos_weight"].Data;
            for (int column = 0; column < weights.Length; column++)
            {
                ISampleLoss loss = Made("weighted-binary-cross-entropy", weights[column]);
                GoldenComparison.CheckColumn(c, loss, "input", column, weights.Length);
            }
        }
    }

    private static ISampleLoss Named(string name) => LossCatalogue.Create<ISampleLoss>(name);

    private static ISampleLoss Made(string key, params double[] parameters) =>
        (ISampleLoss)LossCatalogue.Find(key).Create(parameters);

    /// <summary>PyTorch holds its 1e−12 in float, which is 4e−9 off.</summary>
    private static ISampleLoss OnProbabilities(GoldenCase c) =>
        Made("binary-cross-entropy-on-probabilities", -100, (float)1e-12);

    private static ISampleLoss Focal(GoldenCase c) => WithAlpha("binary-focal", c);

    private static ISampleLoss FocalOnProbabilities(GoldenCase c) => WithAlpha("binary-focal-on-probabilities", c);

    private static ISampleLoss WithAlpha(string key, GoldenCase c)
    {
        double alpha = c.Argument("alpha", -1);
        return Made(key, c.Argument("gamma", 2), alpha < 0 ? 0.25 : alpha, alpha < 0 ? 0 : 1);
    }

    private static ISampleLoss Asymmetric(GoldenCase c) =>
        Made("asymmetric", c.Argument("gamma_pos", 1), c.Argument("gamma_neg", 4), c.Argument("margin", 0));
}
