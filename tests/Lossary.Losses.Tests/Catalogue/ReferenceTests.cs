using System.Globalization;
using System.Text.RegularExpressions;

namespace Lossary.Losses.Tests;

/// <summary>What can be held against a reference without a library: the form of its numbers, and that they agree.</summary>
public sealed partial class ReferenceTests
{
    /// <summary>From a preprint to the proceedings; more is another work's number.</summary>
    private const int MostYears = 2;

    /// <summary>Works that lay three years between arXiv and their conference, in either order: IJCAI 2015 and UAI 2009.</summary>
    private static readonly string[] s_apart = ["1208.0645", "1205.2618"];

    public static TheoryData<string> Keys => [.. LossCatalogue.All.Select(entry => entry.Card.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_reference_has_a_year_and_numbers_of_the_right_form(string key)
    {
        string reference = LossCatalogue.Find(key).Card.Reference;

        Assert.Matches(Year(), Identifier().Replace(reference, ""));
        Assert.Equal(Count(reference, "arXiv"), ArxivNumber().Count(reference));
        Assert.Equal(Count(reference, "doi"), Doi().Count(reference));
        Assert.DoesNotMatch(@"[.,;:]$|\s\s|^\s", reference);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void An_arXiv_number_is_of_the_work_s_year(string key)
    {
        foreach (string work in LossCatalogue.Find(key).Card.Reference.Split("; "))
        {
            foreach (Match match in ArxivNumber().Matches(work))
            {
                string number = match.Groups["number"].Value;
                int posted = 2000 + int.Parse(number.AsSpan(0, 2), CultureInfo.InvariantCulture);
                int[] years = [.. Year().Matches(Identifier().Replace(work, "")).Select(
                    year => int.Parse(year.ValueSpan, CultureInfo.InvariantCulture))];

                Assert.NotEmpty(years);
                Assert.True(
                    s_apart.Contains(number) || years[^1] - posted is >= 0 and <= MostYears,
                    $"{key}: arXiv:{number} was posted in {posted}, the work is said to be of {years[^1]}.");
            }
        }
    }

    [Fact]
    public void A_number_is_one_work_s_which_is_cited_in_the_same_words_everywhere()
    {
        IEnumerable<string> twice = LossCatalogue.All
            .SelectMany(entry => entry.Card.Reference.Split("; "))
            .Distinct()
            .SelectMany(work => Number().Matches(work).Select(match => (Number: match.Value, Work: work)))
            .GroupBy(cited => cited.Number, cited => cited.Work)
            .Where(works => works.Count() > 1)
            .Select(works => $"{works.Key}: {string.Join(" or ", works)}");

        Assert.Empty(twice);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_loss_has_a_Chinese_name_and_names_that_can_be_typed(string key)
    {
        LossCard card = LossCatalogue.Find(key).Card;

        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", card.Names.Chinese);
        Assert.All(card.Aliases.Append(card.Key), name => Assert.Matches(@"^[a-z0-9]+([-+.]+[a-z0-9]+|\+\+)*$", name));
        Assert.DoesNotContain(card.Key, card.Aliases);
    }

    private static int Count(string text, string word) => text.Split(word, StringSplitOptions.None).Length - 1;

    [GeneratedRegex(@"(?<!\d)(1[789]|20)\d\d(?!\d)")]
    private static partial Regex Year();

    /// <summary>Numbers of works, in which other numbers look like years.</summary>
    [GeneratedRegex(@"(arXiv|doi|https?):\S+")]
    private static partial Regex Identifier();

    /// <summary>Year, month, and four digits until 2014, five since.</summary>
    [GeneratedRegex(@"arXiv:(?<number>(0[7-9]|1[0-4])(0[1-9]|1[0-2])\.\d{4}|(1[5-9]|2\d)(0[1-9]|1[0-2])\.\d{5})(?=$|[\s,;)])")]
    private static partial Regex ArxivNumber();

    [GeneratedRegex(@"doi:10\.\d{4,9}/\S*[^\s.,;]")]
    private static partial Regex Doi();

    [GeneratedRegex(@"(arXiv|doi):\S*[^\s.,;]")]
    private static partial Regex Number();
}
