namespace Lossary.Losses.Tests;

public sealed class SwappedAssignmentLossTests() : ArrayLaws<SwappedAssignmentLoss>(0.5, 0.4, 3)
{
    protected override bool IsGradientOfValue => false;

    [Fact]
    public void The_gradient_is_half_the_probabilities_less_the_other_views_assignments()
    {
        double[] first = [1, 0, 0.5, 0.2], second = [0, 0.3, 0.6, 0.1];
        LossInputs<double> inputs = new() { ["first"] = Embeddings.Rows(2, first), ["second"] = Embeddings.Rows(2, second) };
        new SwappedAssignmentLoss(0.5, 0.4, 3).Evaluate(inputs);
        double[] assignments = Sinkhorn(second, 0.4);
        for (int i = 0; i < 4; i++)
        {
            int partner = i ^ 1;
            double probability = 1 / (1 + Math.Exp((first[partner] - first[i]) / 0.5));
            Assert.Equal((probability - assignments[i]) / (2 * 0.5 * 2), inputs["first"].Gradient[i], 13);
        }
    }

    [Fact]
    public void A_small_epsilon_does_not_overflow()
    {
        LossInputs<double> inputs = new() { ["first"] = Embeddings.Rows(2, 1, 0, 0, 1), ["second"] = Embeddings.Rows(2, 1, 0, 0, 1) };
        Assert.Equal(Math.Log(1 + Math.Exp(-10)), new SwappedAssignmentLoss(0.1, 0.001, 3).Evaluate(inputs).Mean, 13);
    }

    /// <summary>Three rounds in plain numbers, two samples by two prototypes.</summary>
    private static double[] Sinkhorn(double[] scores, double epsilon)
    {
        double[] q = [.. scores.Select(score => Math.Exp(score / epsilon))];
        for (int round = 0; round < 3; round++)
        {
            (double a, double b) = (q[0] + q[2], q[1] + q[3]);
            q = [q[0] / a, q[1] / b, q[2] / a, q[3] / b];
            (a, b) = (q[0] + q[1], q[2] + q[3]);
            q = [q[0] / a, q[1] / a, q[2] / b, q[3] / b];
        }

        return q;
    }
}
