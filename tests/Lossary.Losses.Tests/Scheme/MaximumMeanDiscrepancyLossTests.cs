using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class MaximumMeanDiscrepancyLossTests() : ArrayLaws<MaximumMeanDiscrepancyLoss>
{
    [Fact]
    public void Equal_samples_cost_0()
    {
        LossInputs<double> inputs = new()
        {
            ["source"] = TestInputs.Variable([2, 1], 1, 3),
            ["other"] = TestInputs.Variable([2, 1], 3, 1),
        };
        Assert.Equal(0, ValueOf(inputs), 15);
    }

    [Fact]
    public void The_unbiased_form_leaves_out_what_is_with_itself()
    {
        // Samples (0, 1) and (0, 2) with a kernel of e^(-d^2/2).
        LossInputs<double> inputs = new()
        {
            ["source"] = TestInputs.Variable([2, 1], 0, 1),
            ["other"] = TestInputs.Variable([2, 1], 0, 2),
        };
        double one = Math.Exp(-0.5), two = Math.Exp(-2), across = (1 + two + one + one) / 4;
        Assert.Equal(one + two - (2 * across), new MaximumMeanDiscrepancyLoss(1, 1).Evaluate(inputs).Mean, 14);
        Assert.Equal((2 + one + one) / 4 + ((2 + two + two) / 4) - (2 * across), ValueOf(inputs), 14);
    }

    [Fact]
    public void Memory_is_that_of_a_few_kernel_matrices()
    {
        // Differences of all pairs would take 3 n^2 d numbers.
        const int Rows = 400, Width = 256;
        float[] values = [.. Enumerable.Range(0, Rows * Width).Select(i => (i * 37 % 101) / 101f)];
        LossInputs<float> inputs = new()
        {
            ["source"] = Tensor<float>.Variable(new Shape(Rows, Width), values),
            ["other"] = Tensor<float>.Variable(new Shape(Rows, Width), values),
        };
        long before = GC.GetAllocatedBytesForCurrentThread();
        new MaximumMeanDiscrepancyLoss(1, 0).Evaluate(inputs);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 40L * Rows * Rows * sizeof(float));
    }
}
