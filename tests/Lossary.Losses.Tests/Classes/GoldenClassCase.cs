using System.Text.Json;

namespace Lossary.Losses.Tests;

/// <summary>A golden case of rows of scores, classes moved last: [n, classes, d…] becomes [n · d…, classes].</summary>
internal sealed class GoldenClassCase
{
    private static readonly Dictionary<string, JsonElement[]> Files = [];

    private readonly JsonElement _case;
    private readonly int[] _shape;

    private GoldenClassCase(JsonElement element)
    {
        _case = element;
        JsonElement inputs = element.GetProperty("inputs");
        JsonElement scores = First(inputs, "input", "logits", "raw_prediction");
        _shape = [.. scores.GetProperty("shape").EnumerateArray().Select(n => n.GetInt32())];
        Classes = _shape.Length == 1 ? _shape[0] : _shape[1];
        Scores = Rows(scores);
        JsonElement target = First(inputs, "target", "y_true");
        if (target.GetProperty("dtype").GetString() == "int64" || target.GetProperty("shape").GetArrayLength() < _shape.Length)
        {
            Targets = [.. Numbers(target).Select(x => (int)x)];
        }
        else
        {
            Shares = Rows(target);
        }

        ClassWeights = inputs.TryGetProperty("weight", out JsonElement weight) ? Numbers(weight) : [];
        Weights = inputs.TryGetProperty("sample_weight", out JsonElement weights) ? Numbers(weights) : [];
        Tags = [.. element.GetProperty("tags").EnumerateArray().Select(t => t.GetString()!)];
    }

    /// <summary>Shape [n, classes].</summary>
    public double[] Scores { get; }

    public int Classes { get; }

    public int[] Targets { get; } = [];

    public double[] Shares { get; } = [];

    public double[] ClassWeights { get; }

    public double[] Weights { get; }

    public string[] Tags { get; }

    public bool IsSingle => _case.GetProperty("dtype").GetString() == "float32";

    public int IgnoredClass => (int)Argument("ignore_index", -100);

    /// <summary>The ids of some ops' cases, for theories.</summary>
    public static TheoryData<string> Ids(string file, params string[] ops)
    {
        TheoryData<string> ids = [];
        foreach (JsonElement element in Cases(file).Where(c => ops.Contains(c.GetProperty("op").GetString())))
        {
            ids.Add(element.GetProperty("id").GetString()!);
        }

        return ids;
    }

    /// <summary>The case of an id.</summary>
    public static GoldenClassCase Of(string id) => new(Raw(id));

    /// <summary>The case of an id as it stands in the file.</summary>
    public static JsonElement Raw(string id) =>
        Cases(id[..id.IndexOf('/', StringComparison.Ordinal)]).First(c => c.GetProperty("id").GetString() == id);

    /// <summary>The numbers of a tensor, in its own order.</summary>
    public static double[] Numbers(JsonElement tensor) => tensor.ValueKind switch
    {
        JsonValueKind.Object => [.. tensor.GetProperty("data").EnumerateArray().Select(Number)],
        _ => [Number(tensor)],
    };

    /// <summary>A scalar argument.</summary>
    public double Argument(string name, double otherwise) =>
        _case.GetProperty("args").TryGetProperty(name, out JsonElement value) ? Number(value) : otherwise;

    /// <summary>An expected number or tensor of values: none, mean, sum.</summary>
    public double[] Value(string reduction) => Numbers(_case.GetProperty("expected").GetProperty("value").GetProperty(reduction));

    /// <summary>The expected gradient by the scores, shape [n, classes].</summary>
    public double[] Gradient(string reduction) =>
        Rows(First(_case.GetProperty("expected").GetProperty("grad").GetProperty(reduction), "input", "logits"));

    /// <summary>A tensor of the scores' shape, classes moved last.</summary>
    public double[] Rows(JsonElement tensor)
    {
        double[] data = Numbers(tensor);
        if (_shape.Length < 3)
        {
            return data;
        }

        int inner = _shape.Skip(2).Aggregate(1, (x, y) => x * y);
        double[] rows = new double[data.Length];
        for (int i = 0; i < data.Length; i++)
        {
            int n = i / (Classes * inner), k = i / inner % Classes, s = i % inner;
            rows[(((n * inner) + s) * Classes) + k] = data[i];
        }

        return rows;
    }

    private static JsonElement[] Cases(string file)
    {
        lock (Files)
        {
            if (!Files.TryGetValue(file, out JsonElement[]? cases))
            {
                JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder(), file + ".json")));
                cases = [.. document.RootElement.GetProperty("cases").EnumerateArray()];
                Files[file] = cases;
            }

            return cases;
        }
    }

    private static string Folder()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "tests", "golden")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, "tests", "golden");
    }

    private static JsonElement First(JsonElement parent, params string[] names) =>
        parent.GetProperty(names.First(name => parent.TryGetProperty(name, out _)));

    private static double Number(JsonElement element) => element.ValueKind != JsonValueKind.String
        ? element.GetDouble()
        : element.GetString() switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            _ => double.NegativeInfinity,
        };
}
