namespace Lossary.Losses.Tests;

public sealed class DecoupledContrastiveLossTests() : ArrayLaws<DecoupledContrastiveLoss>(0.4)
{
    [Fact]
    public void It_is_NT_Xent_with_the_positive_taken_out_of_the_sum()
    {
        LossInputs<double> inputs = new() { ["embeddings"] = Embeddings.Waves(6, 4, 1) };
        double[] coupled = new double[6], decoupled = new double[6];
        inputs.Values = coupled;
        new NormalisedTemperatureLoss(0.2).Evaluate(inputs);
        inputs.Values = decoupled;
        new DecoupledContrastiveLoss(0.2).Evaluate(inputs);
        for (int i = 0; i < 6; i++)
        {
            Assert.Equal(coupled[i], Math.Log(1 + Math.Exp(decoupled[i])), 12);
        }
    }
}
