using System.Text.Json;

namespace Lossary.Losses.Tests;

/// <summary>Double precision against mpmath: the exact result rounded once, as tests/golden/ulp_mpmath.json holds it.</summary>
public sealed class ClassAccuracyTests
{
    public static TheoryData<string> CrossEntropyIds =>
        GoldenClassCase.Ids("ulp_mpmath", "cross_entropy", "cross_entropy_smoothing");

    public static TheoryData<string> LogSumIds => GoldenClassCase.Ids("ulp_mpmath", "logsumexp");

    public static TheoryData<string> DivergenceIds => GoldenClassCase.Ids("ulp_mpmath", "kl_divergence");

    [Theory]
    [MemberData(nameof(CrossEntropyIds))]
    public void Cross_entropy_keeps_its_digits(string id)
    {
        GoldenClassCase golden = GoldenClassCase.Of(id);
        double[] gradient = new double[golden.Scores.Length];
        double value = new CrossEntropyLoss(golden.Argument("label_smoothing", 0))
            .Sum(golden.Scores, golden.Classes, golden.Targets, gradient);
        JsonElement expected = GoldenClassCase.Raw(id).GetProperty("expected");
        Near(golden.Value("none")[0], value);
        if (expected.TryGetProperty("grad_elementwise", out JsonElement slopes))
        {
            double[] want = GoldenClassCase.Numbers(slopes);
            for (int k = 0; k < want.Length; k++)
            {
                Near(want[k], gradient[k]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(LogSumIds))]
    public void Logarithm_of_the_sum_of_exponentials_follows_from_it(string id)
    {
        JsonElement raw = GoldenClassCase.Raw(id);
        double[] scores = GoldenClassCase.Numbers(raw.GetProperty("inputs").GetProperty("input"));
        double[] slopes = GoldenClassCase.Numbers(raw.GetProperty("expected").GetProperty("grad_elementwise"));
        double value = GoldenClassCase.Numbers(raw.GetProperty("expected").GetProperty("value").GetProperty("none"))[0];
        for (int target = 0; target < scores.Length; target++)
        {
            double[] gradient = new double[scores.Length];
            double loss = new CrossEntropyLoss().Sum(scores, scores.Length, [target], gradient);
            Assert.Equal(value, loss + scores[target], 4e-15 * (Math.Abs(value) + Math.Abs(loss) + Math.Abs(scores[target])));
            for (int k = 0; k < scores.Length; k++)
            {
                if (k != target)
                {
                    Near(slopes[k], gradient[k]);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(DivergenceIds))]
    public void Divergence_keeps_its_digits(string id)
    {
        JsonElement raw = GoldenClassCase.Raw(id), inputs = raw.GetProperty("inputs");
        double[] p = GoldenClassCase.Numbers(inputs.GetProperty("p")), q = GoldenClassCase.Numbers(inputs.GetProperty("q"));
        double want = GoldenClassCase.Numbers(raw.GetProperty("expected").GetProperty("value").GetProperty("none"))[0];
        Assert.Equal(want, default(ReverseKullbackLeiblerLoss).Sum(p, q), 4 * (Math.BitIncrement(want) - want));
        Assert.Equal(want, default(KullbackLeiblerLoss).Sum(q.Select(x => Math.Log(x)).ToArray(), p), 1e-13 * want);
    }

    [Fact]
    public void Row_that_is_right_by_far_keeps_its_loss_and_its_gradient()
    {
        // ln(1 + e⁻⁵⁰) and e⁻⁵⁰ / (1 + e⁻⁵⁰), where 1 − p is 0 in floating point.
        double[] gradient = new double[2];
        Assert.Equal(1.9287498479639178e-22, new CrossEntropyLoss().Sum([50.0, 0.0], 2, [0], gradient), 1e-36);
        Assert.Equal(-1.9287498479639178e-22, gradient[0], 1e-36);
        Assert.Equal(1.9287498479639178e-22, gradient[1], 1e-36);
    }

    private static void Near(double want, double got) => Assert.True(
        Math.Abs(want - got) <= 8 * Math.Abs(Math.BitIncrement(want) - want), $"want {want:R}, got {got:R}");
}
