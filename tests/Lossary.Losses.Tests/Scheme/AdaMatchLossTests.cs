namespace Lossary.Losses.Tests;

public sealed class AdaMatchLossTests() : ArrayLaws<AdaMatchLoss>(0.8, 0.7)
{
    /// <summary>The threshold and the aligned guesses depend on the labelled logits, and are held constant.</summary>
    protected override bool IsGradientOfValue => false;

    [Fact]
    public void Guesses_are_aligned_and_believed_beside_the_labelled_answers()
    {
        LossInputs<double> inputs = Inputs();

        // By equations 1 to 6 of the paper. Logits mixed half and half: weak (ln 3, 0), strong (0, 0), of class 0. The
        // labelled answer (3/4, 1/4) is the wanted mean; of the guesses (1/2, 1/2) and (4/5, 1/5) the mean is
        // (13/20, 7/20). Aligned: (15/13, 5/7) · (1/2, 1/2) ∝ (21, 13)/34, and · (4/5, 1/5) ∝ (84, 13)/97. Beside
        // 0.9 · 3/4 = 0.675 only the second, 0.866, is believed.
        double labelled = Math.Log(4.0 / 3) + Math.Log(2);
        double believed = -((84 * Math.Log(0.2)) + (13 * Math.Log(0.8))) / 97;
        Assert.Equal(labelled + (2 * believed / 2), new AdaMatchLoss(0.9, 2).Evaluate(inputs).Mean, 14);
        double unsure = Math.Log(2);
        Assert.Equal(labelled + (2 * (believed + unsure) / 2), new AdaMatchLoss(0.8, 2).Evaluate(inputs).Mean, 14);
    }

    [Fact]
    public void Neither_guesses_nor_threshold_have_a_gradient()
    {
        LossInputs<double> inputs = Inputs();
        new AdaMatchLoss(0.9, 2).Evaluate(inputs);
        AssertClose([-0.125, 0.125, -0.25, 0.25], inputs["joint"].Gradient);
        AssertClose([-0.125, 0.125, -0.25, 0.25], inputs["alone"].Gradient);
        AssertClose([0, 0, 0.2 - (84 / 97.0), 0.8 - (13 / 97.0)], inputs["strong"].Gradient);
    }

    private static void AssertClose(double[] expected, ReadOnlySpan<double> actual) =>
        Assert.Equal(expected, actual.ToArray(), (x, y) => Math.Abs(x - y) < 1e-14);

    private static LossInputs<double> Inputs() => new()
    {
        ["joint"] = TestInputs.Variable([1, 2, 2], 2 * Math.Log(3), 0, 3, 1),
        ["alone"] = TestInputs.Variable([1, 2, 2], 0, 0, 1, 3),
        ["shares"] = TestInputs.Constant([1, 2, 2], 0.5, 0.5, 0.5, 0.5),
        ["target"] = TestInputs.Constant([1], 0),
        ["strong"] = TestInputs.Variable([1, 2, 2], 0, 0, 0, Math.Log(4)),
        ["weak"] = TestInputs.Constant([1, 2, 2], 0, 0, Math.Log(4), 0),
    };
}
