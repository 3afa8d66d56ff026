// SPDX-License-Identifier: MIT
#pragma once
// The facts of a body of evidence, ready for the measures that ask about them.

#include <vermeil/evidence/evidence.hpp>
#include <vermeil/measure/asked_tables.hpp>
#include <vermeil/measure/drawing_day.hpp>
#include <vermeil/measure/fact_book.hpp>
#include <vermeil/measure/fact_drawing.hpp>
#include <vermeil/measure/fact_maker.hpp>
#include <vermeil/measure/fact_question.hpp>
#include <vermeil/measure/fact_views.hpp>
#include <vermeil/measure/measure_table.hpp>
#include <vermeil/measure/provider_places.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermeil {

/// Events and ratings read once into numbers, and asked as of any day. Of evidence it keeps nothing but those.
class EvidenceFacts {
  public:
    /// `worths` are what each of the measures earns alone, where facts of one incident yield to each other; else none.
    EvidenceFacts(const Evidence& evidence, const std::vector<OrderedScale>& scales,
                  const std::vector<Measure>& measures, const std::vector<Worth>& worths = {})
        : providers_(evidence.services), maker_(measures, scales),
          reports_(reports_of(evidence, maker_.kinds())),
          book_(fact_book(evidence, reports_, providers_, maker_)),
          drawing_(known(fact_questions(measures, scales, maker_.kinds(), worths), measures, evidence),
                   evidence.has_events, evidence.has_inspections),
          views_(evidence, providers_, drawing_.questions()), first_(evidence.services.data()),
          measures_(measures.size()) {
        for (const auto& question : drawing_.questions()) {
            ids_.emplace_back(measures[question.measure].id);
        }
    }

    [[nodiscard]] const ProviderPlaces& providers() const noexcept { return providers_; }
    /// The rows of tables of reports that are asked about, as events.
    [[nodiscard]] const std::vector<Event>& reports() const noexcept { return reports_; }
    [[nodiscard]] const FactBook& book() const noexcept { return book_; }
    /// The same, to add facts to.
    FactBook& book() noexcept { return book_; }
    [[nodiscard]] const FactMaker& maker() const noexcept { return maker_; }
    /// The same, to make facts with.
    FactMaker& maker() noexcept { return maker_; }
    [[nodiscard]] const FactDrawing& drawing() const noexcept { return drawing_; }
    [[nodiscard]] const FactViews& views() const noexcept { return views_; }

    /// The place of a measure's question; nothing where it asks of no facts, or is not live.
    [[nodiscard]] std::optional<std::size_t> place(std::string_view measure) const {
        for (std::size_t i = 0; i < ids_.size(); ++i) {
            if (ids_[i] == measure) {
                return i;
            }
        }
        return std::nullopt;
    }

    /// One cell of a service of the evidence; `over(measure)` gives that of a measure by its position, where one is counted
    /// over it.
    template <class Over> [[nodiscard]] Cell cell(std::size_t question, const Service& service,
                                                  const DrawingDay& day, Over over) const {
        std::vector<Cell> cells(measures_);
        for (const auto& each : drawing_.questions()) {
            if (each.over) {
                cells[*each.over] = over(*each.over);
            }
        }
        FactView view;
        views_.view(static_cast<std::size_t>(&service - first_), book_, view);
        FactTally tally;
        drawing_.draw(view, day, drawing_.windows(day), tally, cells);
        return cells[drawing_.questions()[question].measure];
    }

  private:
    /// The questions, with whether the tables are there that they ask of.
    static std::vector<FactQuestion> known(std::vector<FactQuestion> questions,
                                           const std::vector<Measure>& measures, const Evidence& evidence) {
        for (auto& question : questions) {
            question.no_table = !question.table.empty() && evidence.find_records(question.table) == nullptr;
            question.unread = !unread_table(measures[question.measure], evidence).empty();
        }
        return questions;
    }

    ProviderPlaces providers_;
    FactMaker maker_;
    std::vector<Event> reports_;
    FactBook book_;
    FactDrawing drawing_;
    FactViews views_;
    const Service* first_; ///< the evidence's first service, by which places are counted
    std::size_t measures_;
    std::vector<std::string> ids_; ///< of the measures that ask, in the order of the questions
};

} // namespace vermeil
