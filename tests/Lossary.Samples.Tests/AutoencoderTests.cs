namespace Lossary.Samples.Tests;

public sealed class AutoencoderTests
{
    [Fact]
    public void All_losses_beat_the_mean_digit_and_squared_loss_shuns_large_errors()
    {
        Dictionary<string, Reconstruction> results =
            Autoencoder.Run(TextWriter.Null, epochs: 150).ToDictionary(result => result.Loss);

        Reconstruction mean = results["(the mean digit)"];
        Assert.All(
            results.Values.Where(result => result != mean),
            result => Assert.True(result.RootMeanSquare < 0.5 * mean.RootMeanSquare, result.Loss));
        Assert.True(results["squared"].RootMeanSquare < results["absolute"].RootMeanSquare);
    }
}
