namespace Lossary.Losses.Tests;

/// <summary>
/// What the losses of two classes are of one another; each equation stands in the remarks of one of them.
/// </summary>
public sealed class BinaryIdentityTests
{
    private static readonly double[] Logits = [-745, -80, -20, -3.3, -1, -1e-8, 0, 1e-300, 0.4, 2, 17.5, 40, 700];

    [Theory]
    [InlineData("weighted-binary-cross-entropy")]
    [InlineData("binary-focal:gamma=0,balanced=0")]
    [InlineData("asymmetric:gamma-positive=0,gamma-negative=0,margin=0")]
    public void Cross_entropy_is_what_remains_without_weights(string name) =>
        Same("binary-cross-entropy", name, [0, 0.25, 0.9, 1], t => t, 1e-12);

    [Fact]
    public void Half_the_cross_entropy_is_focal_loss_with_alpha_one_half() => Each([0, 0.3, 1], (z, t) =>
    {
        LossPoint half = At("binary-focal:gamma=0,alpha=0.5", z, t);
        Near(At("binary-cross-entropy", z, t), new(2 * half.Value, 2 * half.Slope, 2 * half.Curvature), z, t, 1e-12);
    });

    [Fact]
    public void Logistic_loss_is_cross_entropy_with_targets_of_zero_and_one() =>
        Same("logistic", "binary-cross-entropy", [-1, 1], y => (1 + y) / 2, 1e-14);

    [Fact]
    public void Savage_loss_is_the_Brier_score_with_targets_of_minus_one_and_one() =>
        Same("savage", "brier", [-1, 1], y => (1 + y) / 2, 1e-14);

    [Fact]
    public void Asymmetric_loss_with_equal_exponents_and_no_margin_is_focal_loss() =>
        Same(
            "binary-focal:gamma=3,balanced=0",
            "asymmetric:gamma-positive=3,gamma-negative=3,margin=0",
            [0, 0.4, 1],
            t => t,
            1e-11);

    [Fact]
    public void Focal_loss_with_gamma_two_is_the_limit_of_its_neighbours() => Each([0, 0.4, 1], (z, t) =>
    {
        LossPoint two = At("binary-focal", z, t);
        Near(two, At("binary-focal:gamma=2.000000000000001", z, t), z, t, 1e-11);
    });

    [Theory]
    [InlineData("binary-cross-entropy", "binary-cross-entropy-on-probabilities")]
    [InlineData("binary-focal", "binary-focal-on-probabilities")]
    [InlineData("binary-focal:gamma=0.5", "binary-focal-on-probabilities:gamma=0.5")]
    [InlineData("brier", "squared")]
    public void Loss_on_logits_is_the_loss_on_their_probabilities(string onLogits, string onProbabilities) =>
        Each([0, 0.4, 1], (z, t) => CheckChainRule(onLogits, onProbabilities, z, t));

    private static void CheckChainRule(string onLogits, string onProbabilities, double z, double t)
    {
        if (Math.Abs(z) > 4)
        {
            return;
        }

        double p = 1 / (1 + Math.Exp(-z));
        LossPoint expected = At(onLogits, z, t);
        LossPoint given = At(onProbabilities, p, t);
        Close.Check(expected.Value, given.Value, 1e-12, 1e-14, $"L({z:R}, {t})");
        Close.Check(expected.Slope, given.Slope * p * (1 - p), 1e-11, 1e-13, $"the chain rule at ({z:R}, {t})");
    }

    [Fact]
    public void Soft_target_is_a_mixture_of_both_classes()
    {
        foreach (string name in new[]
        {
            "binary-cross-entropy", "weighted-binary-cross-entropy:positive-weight=3", "binary-focal", "asymmetric",
        })
        {
            ISampleLoss loss = LossCatalogue.Create<ISampleLoss>(name);
            foreach (double z in Logits)
            {
                (LossPoint zero, LossPoint one, LossPoint soft) = (loss.At(z, 0), loss.At(z, 1), loss.At(z, 0.3));
                double value = (0.7 * zero.Value) + (0.3 * one.Value);
                double slope = (0.7 * zero.Slope) + (0.3 * one.Slope);
                Close.Check(value, soft.Value, 1e-13, 1e-15, $"{name}: L({z:R}, 0.3)");
                Close.Check(slope, soft.Slope, 1e-13, 1e-15, $"{name}: L'({z:R}, 0.3)");
            }
        }
    }

    private static void Same(
        string first, string second, double[] targets, Func<double, double> translate, double precision) =>
        Each(targets, (z, t) => Near(At(first, z, t), At(second, z, translate(t)), z, t, precision));

    private static void Each(double[] targets, Action<double, double> check)
    {
        foreach (double z in Logits)
        {
            foreach (double t in targets)
            {
                check(z, t);
            }
        }
    }

    private static void Near(LossPoint expected, LossPoint found, double z, double t, double precision)
    {
        Close.Check(expected.Value, found.Value, precision, 1e-300, $"L({z:R}, {t})");
        Close.Check(expected.Slope, found.Slope, precision, 1e-300, $"L'({z:R}, {t})");
        Close.Check(expected.Curvature, found.Curvature, precision, 1e-300, $"L''({z:R}, {t})");
    }

    private static LossPoint At(string name, double prediction, double target) =>
        (LossCatalogue.Create<ISampleLoss>(name)).At(prediction, target);
}
