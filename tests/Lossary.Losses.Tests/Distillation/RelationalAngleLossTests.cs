using Lossary.Numerics;

namespace Lossary.Losses.Tests;

public sealed class RelationalAngleLossTests() : ArrayLaws<RelationalAngleLoss>
{
    [Fact]
    public void A_right_and_an_equilateral_triangle_by_hand()
    {
        // Cosines 0, 3/5, 4/5 against 1/2 at each corner; each angle counts twice.
        LossInputs<double> inputs = new()
        {
            ["student"] = TestInputs.Variable([3, 2], 0, 0, 3, 0, 0, 4),
            ["teacher"] = TestInputs.Constant([3, 2], 0, 0, 1, 0, 0.5, Math.Sqrt(0.75)),
        };
        double[] gaps = [-0.5, 0.1, 0.3];
        Assert.Equal(gaps.Average(gap => 0.5 * gap * gap), ValueOf(inputs), 14);
    }

    [Fact]
    public void Two_samples_make_no_angle()
    {
        LossInputs<double> inputs = new()
        {
            ["student"] = TestInputs.Variable([2, 1], 1, 2),
            ["teacher"] = TestInputs.Constant([2, 1], 1, 5),
        };
        Assert.Equal(0, ValueOf(inputs));
    }

    [Fact]
    public void Memory_grows_with_the_square_of_the_batch_not_with_its_cube()
    {
        const int Samples = 200;
        LossInputs<double> inputs = Subject.Example(new RandomStream(1), Samples);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Subject.Evaluate(inputs);
        long cube = (long)Samples * Samples * Samples * sizeof(double);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, cube / 4);
    }

    [Fact]
    public void Each_sample_weighs_as_many_as_the_angles_at_it()
    {
        LossInputs<double> inputs = Example(40);
        double mean = ValueOf(inputs);
        inputs.Reduction = Reduction.Sum;
        Close.Check(mean * Rows * (Rows - 1) * (Rows - 2), Subject.Evaluate(inputs).Sum, 1e-12, 0, "the sum");
    }
}
