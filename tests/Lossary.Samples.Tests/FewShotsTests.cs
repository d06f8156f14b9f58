namespace Lossary.Samples.Tests;

public sealed class FewShotsTests
{
    [Fact]
    public void Training_to_learn_leaves_less_error_after_a_few_steps_than_training_at_once()
    {
        Dictionary<string, FewShotResult> results = FewShots.Run(TextWriter.Null).ToDictionary(result => result.Before);

        double once = results["all waves at once"].AfterFive;
        Assert.All(
            (string[])["Maml", "FirstOrderMaml", "Reptile"],
            method => Assert.True(results[method].AfterFive < 0.6 * once, $"{method} {results[method].AfterFive}, at once {once}"));
        Assert.True(results["Maml"].AfterOne < results["Maml"].Unadapted);
    }
}
