using System.Globalization;
using System.Text.Json;
using Lossary.Losses;
using Lossary.Tensors;

namespace Lossary.Cli.Tests;

/// <summary>Calls of other libraries, translated, give what those libraries give.</summary>
/// <remarks>
/// The numbers stand in library_calls.json, made by library_calls.py beside it: the libraries' own formulas, written from
/// their sources with PyTorch, in their scale and sign.
/// </remarks>
public sealed class LibraryCallTests
{
    private static readonly JsonElement[] s_cases = Read();

    public static TheoryData<string> Calls => [.. s_cases.Where(HasValue).Select(CallOf)];

    public static TheoryData<string> Boosters => [.. s_cases.Where(given => !HasValue(given)).Select(CallOf)];

    [Theory]
    [MemberData(nameof(Calls))]
    public void A_call_gives_what_its_library_gives(string call)
    {
        JsonElement given = s_cases.Single(c => CallOf(c) == call);
        double[] expected = Numbers(given.GetProperty("value"));
        CallReading reading = LossTranslator.FromCall(call)[0];
        Assert.Empty(reading.Unread);

        double[] found = Values(reading.Create(), given.GetProperty("inputs"), expected.Length);

        AssertNear(call, expected, [.. found.Select(x => (reading.Scale * x) + reading.Offset)]);
    }

    [Theory]
    [MemberData(nameof(Boosters))]
    public void A_call_pulls_a_score_as_its_booster_does(string call)
    {
        JsonElement given = s_cases.Single(c => CallOf(c) == call);
        CallReading reading = LossTranslator.FromCall(call)[0];
        double[] gradient = new double[given.GetProperty("gradient").GetArrayLength()];

        ((ISampleLoss)reading.Create()).Evaluate(new LossBatch<double>
        {
            Predictions = Data(given.GetProperty("inputs"), "prediction"),
            Targets = Data(given.GetProperty("inputs"), "target"),
            Gradient = gradient,
            Reduction = Reduction.Sum,
        });

        AssertNear(call, Numbers(given.GetProperty("gradient")), [.. gradient.Select(x => reading.Scale * x)]);
    }

    private static void AssertNear(string call, double[] expected, double[] found)
    {
        Assert.Equal(expected.Length, found.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(
                Math.Abs(found[i] - expected[i]) <= 1e-11 + (1e-7 * Math.Abs(expected[i])),
                string.Create(CultureInfo.InvariantCulture, $"{call} [{i}]: {found[i]:R} instead of {expected[i]:R}."));
        }
    }

    /// <summary>The loss of each term, or the mean where one number is asked for.</summary>
    private static double[] Values(ILoss loss, JsonElement inputs, int count)
    {
        double[] values = new double[count];
        switch (loss)
        {
            case ISampleLoss samples:
                samples.Evaluate(new LossBatch<double>
                {
                    Predictions = Data(inputs, "prediction"),
                    Targets = Data(inputs, "target"),
                    Values = values,
                });
                return values;
            case IClassLoss rows:
                rows.Evaluate(new ClassBatch<double>
                {
                    Scores = Data(inputs, "scores"),
                    Classes = Shape(inputs, "scores")[1],
                    Targets = Array.ConvertAll(Data(inputs, "target"), x => (int)x),
                    Values = values,
                });
                return values;
            default:
                LossInputs<double> arrays = new() { Values = count == 1 ? default : values };
                foreach (JsonProperty input in inputs.EnumerateObject())
                {
                    arrays[input.Name] = new Tensor<double>(new Shape(Shape(inputs, input.Name)), Data(inputs, input.Name));
                }

                Totals totals = ((IArrayLoss)loss).Evaluate(arrays);
                return count == 1 ? [totals.Mean] : values;
        }
    }

    private static double[] Data(JsonElement inputs, string name) => Numbers(inputs.GetProperty(name).GetProperty("data"));

    private static int[] Shape(JsonElement inputs, string name) =>
        [.. inputs.GetProperty(name).GetProperty("shape").EnumerateArray().Select(length => length.GetInt32())];

    private static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(number => number.GetDouble())];

    private static bool HasValue(JsonElement given) => given.TryGetProperty("value", out _);

    private static string CallOf(JsonElement given) => given.GetProperty("call").GetString()!;

    private static JsonElement[] Read()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string path = Path.Combine(
                folder.FullName, "tests", "Lossary.Cli.Tests", "Translate", "Libraries", "library_calls.json");
            if (File.Exists(path))
            {
                using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
                return [.. document.RootElement.GetProperty("cases").EnumerateArray().Select(given => given.Clone())];
            }
        }

        throw new FileNotFoundException("library_calls.json is in no folder above the tests.");
    }
}
