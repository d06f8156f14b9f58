using Lossary.Losses;
using Lossary.Tensors;
using Lossary.Training;

namespace Lossary.Samples;

/// <summary>Embeddings of users and items predict ratings with squared error, and clicks with cross entropy.</summary>
public static class Recommendations
{
    private const int Width = 8;

    public static RecommendationResult Run(TextWriter output, int meetings = 30_000, int epochs = 25)
    {
        ArgumentNullException.ThrowIfNull(output);
        Shop shop = new(meetings, seed: 11);
        int[] rows = [.. Enumerable.Range(0, meetings)];
        int[] held = rows[..(meetings / 6)];
        int[] trained = rows[(meetings / 6)..];
        output.WriteLine(MakeNetwork());

        float[] ratings = Predict(output, "squared", shop.Pairs, shop.Ratings, trained, held, epochs);
        double mean = trained.Average(row => shop.Ratings[row]);
        Judgement rating = new(
            Constant: RootMeanSquare(held, row => mean - shop.Ratings[row]),
            Network: RootMeanSquare(held, row => ratings[row] - shop.Ratings[row]),
            BestPossible: Shop.Noise);

        float[] logits = Predict(output, "binary-cross-entropy", shop.Pairs, shop.Clicks, trained, held, epochs);
        double rate = trained.Average(row => shop.Clicks[row]);
        Judgement click = new(
            Constant: held.Average(row => Surprise(shop.Clicks[row], rate)),
            Network: held.Average(row => Surprise(shop.Clicks[row], 1 / (1 + Math.Exp(-logits[row])))),
            BestPossible: held.Average(row => Surprise(shop.Clicks[row], shop.ClickProbabilities[row])));

        output.WriteLine();
        string title = $"{held.Length} meetings never seen";
        output.WriteLine($"{title,-26} {"always the mean",15} {"network",8} {"best possible",14}");
        output.WriteLine($"{"ratings, RMSE",-26} {rating}");
        output.WriteLine($"{"clicks, cross entropy",-26} {click}");
        return new RecommendationResult(rating, click);
    }

    private static Network<float> MakeNetwork() => new(
        new Shape(2),
        [
            new Embedding<float>(Shop.Users + Shop.Items, Width),
            new Flatten<float>(),
            new Dense<float>(inputs: 2 * Width, outputs: 64, Activation.Relu),
            new Dense<float>(inputs: 64, outputs: 1),
        ],
        seed: 1);

    /// <summary>Trains a network, and returns its raw predictions of the held-out meetings, which come first.</summary>
    private static float[] Predict(
        TextWriter output, string loss, float[] pairs, float[] targets, int[] trained, int[] held, int epochs)
    {
        Network<float> network = MakeNetwork();
        TrainingData data = TrainingData.WithTargets(pairs, width: 2, targets, trained);
        TrainingResult result = Trainer.Fit(
            network, LossCatalogue.Create<ISampleLoss>(loss), data, validation: null, new TrainingOptions
            {
                MaxEpochs = epochs,
                BatchSize = 64,
                CreateOptimizer = () => new AdamW<float>(learningRate: 3e-3) { WeightDecay = 0.05 },
            });
        output.WriteLine(
            $"{loss}: {result.History[0].TrainingLoss:F3} in the first epoch, {result.BestScore:F3} at best");
        float[] predictions = new float[held.Length];
        network.Predict(pairs, held, predictions);
        return predictions;
    }

    private static double RootMeanSquare(int[] rows, Func<int, double> residual) =>
        Math.Sqrt(rows.Average(row => residual(row) * residual(row)));

    private static double Surprise(float click, double probability) =>
        -Math.Log(click == 1 ? probability : 1 - probability);
}

/// <summary>An error, beside that of a constant and that of one who knows the truth.</summary>
public sealed record Judgement(double Constant, double Network, double BestPossible)
{
    public override string ToString() => $"{Constant,15:F3} {Network,8:F3} {BestPossible,14:F3}";
}

/// <summary>How well ratings and clicks are foretold.</summary>
public sealed record RecommendationResult(Judgement Ratings, Judgement Clicks);
