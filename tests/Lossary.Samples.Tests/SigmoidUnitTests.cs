namespace Lossary.Samples.Tests;

public sealed class SigmoidUnitTests
{
    [Fact]
    public void The_unit_that_drew_the_samples_is_found_again()
    {
        LearntUnit unit = SigmoidUnit.Run(TextWriter.Null);

        // Four standard errors of 4,000 samples.
        Assert.Equal(SigmoidUnit.Weights[0], unit.First, 0.3);
        Assert.Equal(SigmoidUnit.Weights[1], unit.Second, 0.3);
        Assert.Equal(SigmoidUnit.Bias, unit.Bias, 0.2);
        Assert.Equal(unit.Entropy, unit.Loss, 0.02);
    }
}
