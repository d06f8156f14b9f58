namespace Lossary.Training.Tests;

public sealed class OptimizerTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(100)]
    public void Float_and_double_take_the_same_first_steps(int length)
    {
        float[] single = new float[length], gradient = [.. Enumerable.Range(1, length).Select(i => i * 0.25f)];
        double[] wide = new double[length], wideGradient = [.. gradient.Select(x => (double)x)];
        Adam<float> narrowAdam = new(0.1);
        Adam<double> wideAdam = new(0.1);
        for (int step = 0; step < 3; step++)
        {
            narrowAdam.Step(single, gradient);
            wideAdam.Step(wide, wideGradient);
        }

        // A constant gradient moves Adam by the learning rate in each step, but for ε.
        Assert.All(wide, value => Assert.Equal(-0.3, value, 1e-7));
        Assert.All(single, value => Assert.Equal(-0.3, value, 1e-6));
    }

    [Fact]
    public void A_step_after_the_first_allocates_nothing()
    {
        float[] parameters = new float[1000], gradient = new float[1000];
        Adam<float> adam = new();
        Sgd<float> sgd = new(0.1) { Momentum = 0.9 };
        for (int i = 0; i < 100; i++)
        {
            adam.Step(parameters, gradient);
            sgd.Step(parameters, gradient);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        adam.Step(parameters, gradient);
        sgd.Step(parameters, gradient);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Lengths_that_differ_are_named()
    {
        Adam<float> adam = new();
        ArgumentException refused = Assert.Throws<ArgumentException>(() => adam.Step(new float[3], new float[4]));
        Assert.Contains("gradients has 4 elements, parameters has 3.", refused.Message, StringComparison.Ordinal);
        adam.Step(new float[3], new float[3]);
        refused = Assert.Throws<ArgumentException>(() => adam.Step(new float[5], new float[5]));
        Assert.Contains("parameters has 5 elements, the first step had 3.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam<float>(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam<float>(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam<float> { Beta1 = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam<float> { Epsilon = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd<float>(0.1) { Momentum = -0.5 });
    }
}
